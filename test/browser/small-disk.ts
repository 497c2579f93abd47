import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A folder with a file system of its own, in memory. */
export interface SmallDisk {
  remount(options: string): Promise<void>;
  remove(): Promise<void>;
}

/** Whether this process may mount file systems: root can, where no container forbids it. */
export function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'board-saver-mount-'));
  try {
    execFileSync('/usr/bin/mount', ['-t', 'tmpfs', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('/usr/bin/umount', [folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Mounts one at `folder`. `options` are those of `tmpfs`: `size=64k`, `ro` … */
export async function mountSmallDisk(folder: string, options: string): Promise<SmallDisk> {
  await mkdir(folder, { recursive: true });
  await run('/usr/bin/mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  return {
    remount: async (changed) => void (await run('/usr/bin/mount', ['-o', `remount,${changed}`, folder])),
    // Lazily: a browser that is about to close may still hold it.
    remove: async () => void (await run('/usr/bin/umount', ['-l', folder])),
  };
}
