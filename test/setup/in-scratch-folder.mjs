import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives work a folder for what is temporary, and removes it afterwards with all that is in it: a test that is stopped
 * in the middle leaves a browser's profile.
 *
 * @template T
 * @param {(folder: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inScratchFolder(work) {
  const folder = await mkdtemp(join(tmpdir(), 'board-saver-run-'));
  try {
    return await work(folder);
  } finally {
    // A browser that is about to end may still write.
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
