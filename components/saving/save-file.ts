import browser, { type Downloads } from 'webextension-polyfill';
import { AppError, type ErrorCode, toAppError } from '../errors';
import type { JobFile } from './job';

/** The part of `browser.downloads` that is used here. */
export type DownloadsApi = Pick<Downloads.Static, 'download' | 'search' | 'cancel' | 'erase'> & {
  onChanged: Pick<Downloads.Static['onChanged'], 'addListener' | 'removeListener'>;
};

export interface FileSaverDependencies {
  /** Revokes an object URL, which may not be known any more. */
  revokeUrl: (url: string) => Promise<void>;
  /** The browser's own, unless a test brings another. */
  downloads?: DownloadsApi;
}

export interface SaveFileOptions {
  signal?: AbortSignal | undefined;
  /**
   * Told the address before the browser begins, and the id as soon as it has begun: whoever keeps them can take
   * the file up after a restart.
   */
  onStep?: ((file: JobFile) => Promise<void>) | undefined;
}

/** A file on disk. Its name is without folders: the browser may have numbered it. */
export type WrittenFile = Required<JobFile>;

export interface FileSaver {
  /**
   * Writes a file below the downloads folder and waits until it is whole.
   *
   * @param makeUrl makes an object URL, which is revoked in the end
   * @param path `name.png` or `folder/name.png`, each part made by `file-name.ts`
   * @throws `download-disk-full`, `download-denied`, `download-cancelled` (in the browser's own list),
   * `download-failed`, `cancelled` (by `signal`: then no part of the file is left), or what `makeUrl` fails with
   */
  save(makeUrl: () => Promise<string>, path: string, options?: SaveFileOptions): Promise<WrittenFile>;
  /**
   * Waits for a file that an earlier life of this worker began; undefined where nothing came of it, and it is to be
   * saved again. Fails as `save` does.
   */
  takeUp(file: JobFile, options?: Pick<SaveFileOptions, 'signal'>): Promise<WrittenFile | undefined>;
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
  revokeUrl,
  downloads = browser.downloads,
}: FileSaverDependencies): FileSaver {
  const find = async (id: number): Promise<Downloads.DownloadItem | undefined> =>
    (await downloads.search({ id })).at(0);

  /** Stops a download and takes it out of the browser's list; the browser deletes the part that it had written. */
  const discard = async (id: number): Promise<void> => {
    await downloads.cancel(id).catch(() => undefined);
    await downloads.erase({ id }).catch(() => undefined);
  };

  const waitFor = async (url: string, downloadId: number, signal?: AbortSignal): Promise<WrittenFile> => {
    const { promise: aborted, stop } = whenAborted(signal);
    const changes = watchChanges(downloads, downloadId);
    try {
      for (;;) {
        const changed = changes.next();
        const item = await find(downloadId);
        if (item?.state === 'complete') return { url, downloadId, name: baseName(item.filename) };
        if (item === undefined || item.state === 'interrupted') {
          // What is left of it would stand in the way of the next one.
          await discard(downloadId);
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

  const revoke = (url: string): Promise<void> => revokeUrl(url).catch(() => undefined);

  return {
    async save(makeUrl, path, { signal, onStep } = {}) {
      if (signal?.aborted) throw new AppError('cancelled');
      const url = await unlessAborted(makeUrl(), revoke, signal);
      try {
        await onStep?.({ url });
        if (signal?.aborted) throw new AppError('cancelled');
        const downloadId = await begin(downloads, url, path);
        try {
          await onStep?.({ url, downloadId });
        } catch (error) {
          // A file that nobody will know of must not appear.
          await discard(downloadId);
          throw error;
        }
        return await waitFor(url, downloadId, signal);
      } finally {
        await revoke(url);
      }
    },

    async takeUp({ url, downloadId }, { signal } = {}) {
      const id = downloadId ?? (await downloads.search({ url })).at(-1)?.id;
      try {
        return id === undefined ? undefined : await waitFor(url, id, signal);
      } catch (error) {
        if (error instanceof AppError && error.code === 'download-failed') return undefined;
        throw error;
      } finally {
        await revoke(url);
      }
    },
  };
}

/** A cancelled job need not wait for what is being made: it is thrown away when it comes. */
async function unlessAborted(
  made: Promise<string>,
  throwAway: (url: string) => Promise<void>,
  signal: AbortSignal | undefined,
): Promise<string> {
  const { promise: aborted, stop } = whenAborted(signal);
  await Promise.race([made, aborted]).finally(stop);
  if (!signal?.aborted) return made;
  made.then(throwAway, () => undefined);
  throw new AppError('cancelled');
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
