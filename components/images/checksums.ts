import { crc32 } from './crc32';

/** What a file's bytes are told by: the one for ZIPs, the other for whoever wants to be sure. */
export interface Checksums {
  crc32: number;
  /** Lower-case hexadecimal. */
  sha256: string;
}

/** Both checksums of a file, made in one go. */
export async function checksumsOf(bytes: Uint8Array<ArrayBuffer>): Promise<Checksums> {
  // The digest is made elsewhere meanwhile.
  const digest = crypto.subtle.digest('SHA-256', bytes);
  const sum = crc32(bytes);
  const sha256 = Array.from(new Uint8Array(await digest), (byte) => byte.toString(16).padStart(2, '0'));
  return { crc32: sum, sha256: sha256.join('') };
}
