import { createHash, generateKeyPairSync } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtExtension } from './launch-extension';

/** The built extension under an id of its own. */
export interface OwnExtension {
  folder: string;
  id: string;
  remove(): Promise<void>;
}

/**
 * Copies the built extension and gives it another key, and so an id that no other browser on this machine knows: what
 * the machine is told about it concerns no other test. Nothing else is changed.
 */
export async function copyUnderOwnId(): Promise<OwnExtension> {
  const folder = await mkdtemp(join(tmpdir(), 'board-saver-own-'));
  await cp(builtExtension, folder, { recursive: true });
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as object;
  await writeFile(path, JSON.stringify({ ...manifest, key: key.toString('base64') }));
  return { folder, id: extensionId(key), remove: () => rm(folder, { recursive: true }) };
}

/** The id that Chromium makes of a key: half its SHA-256, in letters from a to p. */
function extensionId(key: Buffer): string {
  const digits = createHash('sha256').update(key).digest('hex').slice(0, 32);
  return digits.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}
