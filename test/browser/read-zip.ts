import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Has `unzip` test every file of an archive. Rejects with what it found wrong. */
export async function testZip(path: string): Promise<void> {
  await run('unzip', ['-tq', path]);
}

/** Names in the archive, in its order, as `unzip` reads them. */
export async function zipNames(path: string): Promise<string[]> {
  const { stdout } = await run('unzip', ['-Z1', path], { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  return stdout.trim().split('\n');
}

/** The bytes of each file of an archive, in its order. */
export async function zipContents(path: string): Promise<Buffer> {
  const { stdout } = await run('unzip', ['-p', path], { encoding: 'buffer', maxBuffer: 500_000_000 });
  return stdout;
}
