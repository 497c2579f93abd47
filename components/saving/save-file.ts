import browser, { type Downloads } from 'webextension-polyfill';
import { AppError, type ErrorCode, toAppError } from '../errors';
import type { ArchivedImage } from './archive';
import type { ObjectUrls } from './object-urls';

/** The part of `browser.downloads` that is used here. */
export type DownloadsApi = Pick<Downloads.Static, 'download' | 'search' | 'cancel' | 'erase'> & {
  onChanged: Pick<Downloads.Static['onChanged'], 'addListener' | 'removeListener'>;
};

export interface FileSaverDependencies {
  objectUrls: ObjectUrls;
  /** The browser's own, unless a test brings another. */
  downloads?: DownloadsApi;
}

export interface SaveFileOptions {
  signal?: AbortSignal | undefined;
  /** Told the id as soon as the browser has begun: whoever keeps it can wait for the file after a restart. */
  onStarted?: ((downloadId: number) => void | Promise<void>) | undefined;
}

/** A file on disk. */
export interface WrittenFile {
  downloadId: number;
  /** Its name as it stands on disk, without folders: the browser may have numbered it. */
  fileName: string;
}

export interface FileSaver {
  /**
   * Writes a file below the downloads folder and waits until it is whole.
   *
   * @param path `name.png` or `folder/name.png`, each part made by `file-name.ts`
   * @throws `download-disk-full`, `download-denied`, `download-cancelled` (in the browser's own list),
   * `download-failed`, `cancelled` (by `signal`: then no part of the file is left)
   */
  saveFile(blob: Blob, path: string, options?: SaveFileOptions): Promise<WrittenFile>;
  /** Writes a ZIP of stored pictures likewise; fails as `archiveStored` does, too. */
  saveArchive(files: readonly ArchivedImage[], path: string, options?: SaveFileOptions): Promise<WrittenFile>;
  /** Waits for a download that an earlier life of this worker began; fails as `saveFile` does. */
  waitForDownload(downloadId: number, options?: { signal?: AbortSignal | undefined }): Promise<WrittenFile>;
}

/** https://developer.chrome.com/docs/extensions/reference/api/downloads#type-InterruptReason */
const interruptions: Record<string, ErrorCode> = {
  FILE_NO_SPACE: 'download-disk-full',
  FILE_ACCESS_DENIED: 'download-denied',
  FILE_SECURITY_CHECK_FAILED: 'download-denied',
  FILE_VIRUS_INFECTED: 'download-denied',
  FILE_BLOCKED: 'download-denied',
  USER_CANCELED: 'download-cancelled',
};

/** Writes files through the browser's downloads: the one way to disk that needs no dialog. */
export function createFileSaver({
  objectUrls,
  downloads = browser.downloads,
}: FileSaverDependencies): FileSaver {
  const find = async (id: number): Promise<Downloads.DownloadItem | undefined> =>
    (await downloads.search({ id })).at(0);

  /** Stops a download and takes it out of the browser's list; the browser deletes the part that it had written. */
  const discard = async (id: number): Promise<void> => {
    await downloads.cancel(id).catch(() => undefined);
    await downloads.erase({ id }).catch(() => undefined);
  };

  const waitForDownload: FileSaver['waitForDownload'] = async (downloadId, { signal } = {}) => {
    const { promise: aborted, stop } = whenAborted(signal);
    const changes = watchChanges(downloads, downloadId);
    try {
      for (;;) {
        const changed = changes.next();
        const item = await find(downloadId);
        if (item?.state === 'complete') return { downloadId, fileName: baseName(item.filename) };
        if (item === undefined || item.state === 'interrupted') {
          await downloads.cancel(downloadId).catch(() => undefined);
          throw new AppError(interruptions[item?.error ?? ''] ?? 'download-failed');
        }
        await Promise.race([changed, aborted]);
        if (signal?.aborted) {
          // It may have been complete by then; otherwise nothing of it may stay.
          if ((await find(downloadId))?.state === 'complete') continue;
          await discard(downloadId);
          throw new AppError('cancelled');
        }
      }
    } catch (error) {
      throw toAppError(error, 'download-failed');
    } finally {
      stop();
      changes.stop();
    }
  };

  const save = async (
    createUrl: () => Promise<string>,
    path: string,
    { signal, onStarted }: SaveFileOptions = {},
  ): Promise<WrittenFile> => {
    if (signal?.aborted) throw new AppError('cancelled');
    const url = await createUrl();
    try {
      if (signal?.aborted) throw new AppError('cancelled');
      const downloadId = await begin(downloads, url, path);
      try {
        await onStarted?.(downloadId);
      } catch (error) {
        // A file that nobody will know of must not appear.
        await discard(downloadId);
        throw error;
      }
      return await waitForDownload(downloadId, { signal });
    } finally {
      await objectUrls.revoke(url).catch(() => undefined);
    }
  };

  return {
    saveFile: (blob, path, options) => save(() => objectUrls.create(blob), path, options),
    saveArchive: (files, path, options) => save(() => objectUrls.createArchive(files), path, options),
    waitForDownload,
  };
}

async function begin(downloads: DownloadsApi, url: string, filename: string): Promise<number> {
  try {
    return await downloads.download({ url, filename, conflictAction: 'uniquify', saveAs: false });
  } catch (error) {
    // Firefox rejects here what Chromium reports as an interruption later on.
    const cancelled = error instanceof Error && /cancel/i.test(error.message);
    throw new AppError(cancelled ? 'download-cancelled' : 'download-failed', {}, { cause: error });
  }
}

/** `next()` resolves at the first change after it was called, so none is missed between a look and a wait. */
function watchChanges(downloads: DownloadsApi, downloadId: number) {
  let wake: () => void = () => {};
  const listener = (delta: Downloads.OnChangedDownloadDeltaType): void => {
    if (delta.id === downloadId) wake();
  };
  downloads.onChanged.addListener(listener);
  return {
    next: () =>
      new Promise<void>((resolve) => {
        wake = resolve;
      }),
    stop: () => downloads.onChanged.removeListener(listener),
  };
}

function whenAborted(signal: AbortSignal | undefined): { promise: Promise<void>; stop: () => void } {
  let resolve: () => void = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  if (signal?.aborted) resolve();
  signal?.addEventListener('abort', resolve, { once: true });
  return { promise, stop: () => signal?.removeEventListener('abort', resolve) };
}

function baseName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}
