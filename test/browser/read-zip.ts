import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** `python3 -m zipfile -t` says what it finds and ends as if nothing were wrong. */
const pythonTest = 'import sys, zipfile; sys.exit(zipfile.ZipFile(sys.argv[1]).testzip())';

/** Programs that are not ours, each of which reads every file of an archive. They reject with what is wrong. */
export const zipPrograms: Record<string, (path: string) => Promise<unknown>> = {
  unzip: (path) => run('unzip', ['-tq', path]),
  '7z': (path) => run('7z', ['t', '-bso0', path]),
  zipfile: (path) => run('python3', ['-c', pythonTest, path]),
};

/** Has all of them test an archive. Rejects with what one found wrong. */
export async function testZip(path: string): Promise<void> {
  for (const test of Object.values(zipPrograms)) await test(path);
}

/** Names in the archive, in its order, as `unzip` reads them. */
export async function zipNames(path: string): Promise<string[]> {
  const { stdout } = await run('unzip', ['-Z1', path], { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  return stdout.trim().split('\n');
}

/** The bytes of each picture of an archive, in its order: of all its files but the contact sheet and the report. */
export async function zipPictures(path: string): Promise<Buffer> {
  return unzip(path, '-x', '*/index*.html', '*/report*.json');
}

/** The bytes of one file of an archive, or of those that a pattern names. */
export function zipFile(path: string, name: string): Promise<Buffer> {
  return unzip(path, name);
}

async function unzip(path: string, ...names: string[]): Promise<Buffer> {
  const { stdout } = await run('unzip', ['-p', path, ...names], {
    encoding: 'buffer',
    maxBuffer: 500_000_000,
  });
  return stdout;
}
