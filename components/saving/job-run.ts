import type { Brand } from '../boards/board';
import { AppError, type ErrorCode, type ErrorData, fromErrorData, toErrorData } from '../errors';
import { requireWhiteboardId } from '../finding/require-whiteboard-id';
import type { ImageStore } from '../image-store/image-store';
import type { StoredImage } from '../image-store/stored-image';
import type { ArchivedImage } from './archive';
import { eachAtOnce } from './each-at-once';
import type { FetchImage } from './fetch-image';
import type { Job, JobItem } from './job';
import { defaultJobTemplates, type JobTemplates, nameJobFiles } from './job-files';
import type { JobRecords } from './job-records';
import type { FileSaver } from './save-file';

export interface JobRunDependencies {
  fetchImage: FetchImage;
  images: Pick<ImageStore, 'get' | 'peek'>;
  saver: FileSaver;
  /** Who is signed in. @throws `not-signed-in` */
  accountIdFor: (brand: Brand) => Promise<string>;
  templates?: () => Promise<JobTemplates>;
}

/** Boards fetched at a time (the client paces its requests by itself), and files written at a time. */
const fetchesAtOnce = 8;
const writesAtOnce = 4;

/** Failures that all other boards would meet as well: they are not asked for any more. */
const hopeless: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'not-signed-in',
  'token-malformed',
  'token-missing',
  'token-invalid',
  'token-expired',
  'app-scope-missing',
  'user-scope-missing',
  'app-disabled',
  'app-not-installed',
  'app-credentials-wrong',
  'address-not-allowed',
  'quota-used-up',
  'storage-full',
  'download-disk-full',
]);

/**
 * One run of one job, from wherever its record says that it is: fetch what waits, then write what is stored.
 * It never rejects: failures are in the record.
 */
export async function runJob(
  { fetchImage, images, saver, accountIdFor, templates }: JobRunDependencies,
  records: JobRecords,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  /** A failure that everything after it in the same phase would meet. */
  let common: ErrorData | undefined;
  const job = (): Job => records.get(id);
  const itemsIn = (...states: JobItem['state'][]): number[] =>
    job().items.flatMap(({ state }, index) => (states.includes(state) ? [index] : []));
  const change = (index: number, changes: Partial<JobItem>): Promise<void> =>
    records.changeItem(id, index, changes);

  /** Runs `work` for one item; its failure is the item's own, unless no other could succeed either. */
  const forItem = async (index: number, work: (item: JobItem) => Promise<void>): Promise<void> => {
    const item = job().items[index];
    if (item === undefined || signal.aborted) return;
    try {
      if (common !== undefined) throw fromErrorData(common);
      await work(item);
    } catch (thrown) {
      if (signal.aborted) return;
      const error = toErrorData(thrown);
      if (hopeless.has(error.code)) common = error;
      // When not even that can be written, the end of the run says so.
      await change(index, { state: 'failed', error }).catch(() => undefined);
    }
  };

  const fetchAll = (): Promise<void> =>
    eachAtOnce(itemsIn('waiting', 'fetching'), fetchesAtOnce, (index) =>
      forItem(index, async ({ board }) => {
        const whiteboardId = requireWhiteboardId(board);
        // Nothing is lost when this is not written: it is told to those who watch.
        change(index, { state: 'fetching' }).catch(() => undefined);
        const accountId = await accountIdFor(job().brand);
        const { image, stoodIn } = await fetchImage(
          { brand: job().brand, accountId, whiteboardId },
          { signal },
        );
        await change(index, {
          state: 'stored',
          imageKey: image.key,
          bytes: image.bytes,
          stoodInFrom: stoodIn?.fetchedAt,
        });
      }),
    );

  /** What is known of each item's picture; those whose picture has gone from the store wait again. */
  const peekAll = async () => {
    const { items } = job();
    const found = await images.peek(items.map(({ imageKey }) => imageKey ?? ''));
    for (const index of itemsIn('stored')) if (!found[index]) await change(index, { state: 'waiting' });
    return found;
  };

  const read = async ({ imageKey = '' }: JobItem) => {
    if (signal.aborted) throw new AppError('cancelled');
    const found = await images.get(imageKey);
    if (found === undefined) throw new AppError('storage-failed');
    return found;
  };

  const writeArchive = async (
    archive: string,
    paths: string[],
    found: readonly (StoredImage | undefined)[],
  ): Promise<void> => {
    const files = itemsIn('stored').flatMap((index): ArchivedImage[] => {
      const imageKey = job().items[index]?.imageKey;
      const name = paths[index];
      const image = found[index];
      return imageKey && name && image ? [{ name, imageKey, lastModified: image.fetchedAt }] : [];
    });
    const onStarted = (downloadId: number): Promise<void> =>
      records.change(id, { downloadIds: [downloadId] });
    const written =
      (await takeUp(job().downloadIds.at(-1))) ??
      (await saver.saveArchive(files, archive, { signal, onStarted }));
    const items = job().items.map((item) =>
      item.state === 'stored' ? { ...item, state: 'saved' as const } : item,
    );
    await records.change(id, { items, fileNames: [written.fileName] });
  };

  const writeFiles = (paths: string[]): Promise<void> =>
    eachAtOnce(itemsIn('stored'), writesAtOnce, (index) =>
      forItem(index, async (item) => {
        const onStarted = (downloadId: number): Promise<void> => change(index, { downloadId });
        const written =
          (await takeUp(item.downloadId)) ??
          (await saver.saveFile((await read(item)).blob, paths[index] ?? '', { signal, onStarted }));
        const { downloadIds, fileNames, items } = job();
        await records.change(id, {
          downloadIds: [...downloadIds, written.downloadId],
          fileNames: [...fileNames, written.fileName],
          items: items.map((each, at) =>
            at === index ? { ...each, state: 'saved', downloadId: written.downloadId } : each,
          ),
        });
      }),
    );

  /** The file of a download that was begun before, unless it came to nothing: then it is written again. */
  const takeUp = async (downloadId: number | undefined) => {
    if (downloadId === undefined) return undefined;
    try {
      return await saver.waitForDownload(downloadId, { signal });
    } catch (error) {
      if (error instanceof AppError && error.code === 'download-failed') return undefined;
      throw error;
    }
  };

  const work = async (): Promise<void> => {
    await fetchAll();
    let found = await peekAll();
    if (itemsIn('waiting').length > 0) {
      await fetchAll();
      found = await peekAll();
    }
    if (signal.aborted) return;
    if (itemsIn('stored').length > 0) {
      common = undefined;
      await records.change(id, { state: 'saving' });
      const { archive, paths } = nameJobFiles(job(), found, (await templates?.()) ?? defaultJobTemplates);
      if (job().output === 'zip') await writeArchive(archive, paths, found);
      else await writeFiles(paths);
    }
    if (signal.aborted && itemsIn('stored', 'waiting', 'fetching').length > 0) return;
    const saved = itemsIn('saved').length > 0;
    const error = saved ? undefined : job().items.find(({ state }) => state === 'failed')?.error;
    await records.change(id, { state: saved ? 'done' : 'failed', error });
  };

  try {
    await work();
  } catch (thrown) {
    const failed = { state: 'failed' as const, error: toErrorData(thrown) };
    if (!signal.aborted) await records.change(id, failed).catch(() => undefined);
  }
  if (!signal.aborted) return;
  // What was under way is not any more; a retry begins it anew.
  const items = records.all().find((each) => each.id === id)?.items ?? [];
  await records
    .change(id, {
      items: items.map((item) => (item.state === 'fetching' ? { ...item, state: 'waiting' } : item)),
    })
    .catch(() => undefined);
}
