import { createHash } from 'node:crypto';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** An id that looks like Feishu's (27 letters and digits by default) and is the same for the same parts. */
export function makeId(parts: readonly (string | number)[], length = 27): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest();
  return Array.from(hash.subarray(0, length), (byte) => alphabet.charAt(byte % alphabet.length)).join('');
}
