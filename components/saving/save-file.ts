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
  /** How long a file may be without a name before the browser is taken to ask for one, in ms. */
  namedWithinMs?: number;
}

export interface SaveFileOptions {
  signal?: AbortSignal | undefined;
  /** Told the address before the browser begins: whoever keeps it can take the file up after a restart. */
  onBegin?: ((file: JobFile) => Promise<void>) | undefined;
  /**
   * Told when the browser asks the user where the file goes. No API tells its setting; but a file that is to be asked
   * for has no name before the user has answered, which others have within some hundredths of a second (Chromium 156;
   * Firefox never asks, because `saveAs` is false).
   */
  onAsked?: (() => void) | undefined;
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
  takeUp(file: JobFile, options?: Omit<SaveFileOptions, 'onBegin'>): Promise<WrittenFile | undefined>;
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
  namedWithinMs = 1500,
}: FileSaverDependencies): FileSaver {
  /** By its address, which no other has. Not by its id: Firefox counts anew whenever it starts. */
  const find = async (url: string): Promise<Downloads.DownloadItem | undefined> =>
    (await downloads.search({ url }))[0];

  const waitFor = async (
    url: string,
    downloadId: number,
    { signal, onAsked }: SaveFileOptions,
  ): Promise<WrittenFile> => {
    const steps = watchSteps(downloads, downloadId, signal, namedWithinMs);
    try {
      for (;;) {
        const step = steps.next();
        const item = await find(url);
        if (item?.state === 'complete') return { url, downloadId, name: baseName(item.filename) };
        const isOver = item?.state !== 'in_progress';
        if (isOver || signal?.aborted) {
          // Nothing of it may stay, on disk or in the browser's list: it would stand in the way of the next one.
          await downloads.cancel(downloadId).catch(() => undefined);
          await downloads.erase({ id: downloadId }).catch(() => undefined);
          throw new AppError(isOver ? (interruptions[item?.error ?? ''] ?? 'download-failed') : 'cancelled');
        }
        if (steps.isLate() && !item.filename) onAsked?.();
        await step;
      }
    } catch (error) {
      throw toAppError(error, 'download-failed');
    } finally {
      steps.stop();
    }
  };

  const revoke = (url: string): Promise<void> => revokeUrl(url).catch(() => undefined);

  return {
    async save(makeUrl, path, options = {}) {
      const { signal, onBegin } = options;
      if (signal?.aborted) throw new AppError('cancelled');
      const url = await unlessAborted(makeUrl(), revoke, signal);
      try {
        await onBegin?.({ url });
        if (signal?.aborted) throw new AppError('cancelled');
        return await waitFor(url, await begin(downloads, url, path), options);
      } finally {
        await revoke(url);
      }
    },

    async takeUp({ url }, options = {}) {
      let begun = await find(url);
      if (!begun) {
        // It may be about to begin: from here on it cannot any more.
        await revoke(url);
        begun = await find(url);
      }
      try {
        return begun && (await waitFor(url, begun.id, options));
      } catch (error) {
        // A browser that closes ends its downloads, and says that the user has cancelled them.
        const isOfEarlierLife = begun?.state === 'interrupted';
        if (isOfEarlierLife || toAppError(error).code === 'download-failed') return undefined;
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
  const aborted = new Promise((resolve) => signal?.addEventListener('abort', resolve, { once: true }));
  await Promise.race([made, aborted]);
  if (!signal?.aborted) return made;
  made.then(throwAway, () => undefined);
  throw new AppError('cancelled');
}

async function begin(downloads: DownloadsApi, url: string, filename: string): Promise<number> {
  try {
    return await downloads.download({ url, filename, conflictAction: 'uniquify', saveAs: false });
  } catch (error) {
    // Firefox rejects here what Chromium reports as an interruption later on.
    const cancelled = /cancel/i.test(String(error));
    throw new AppError(cancelled ? 'download-cancelled' : 'download-failed', {}, { cause: error });
  }
}

/**
 * `next()` resolves at whatever comes first after it was called, so that nothing is missed between a look and a wait: a
 * change of the download, the end of the time that it has for its name (from then on it is late), or `signal`.
 */
function watchSteps(
  downloads: DownloadsApi,
  downloadId: number,
  signal: AbortSignal | undefined,
  lateAfterMs: number,
) {
  let isLate = false;
  let wake: () => void = () => {};
  const onAbort = (): void => wake();
  const onChange = ({ id }: Downloads.OnChangedDownloadDeltaType): void => {
    if (id === downloadId) wake();
  };
  const timer = setTimeout(() => {
    isLate = true;
    wake();
  }, lateAfterMs);
  downloads.onChanged.addListener(onChange);
  signal?.addEventListener('abort', onAbort);
  return {
    isLate: () => isLate,
    next: () =>
      new Promise<void>((resolve) => {
        wake = resolve;
      }),
    stop() {
      clearTimeout(timer);
      downloads.onChanged.removeListener(onChange);
      signal?.removeEventListener('abort', onAbort);
    },
  };
}

function baseName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}
