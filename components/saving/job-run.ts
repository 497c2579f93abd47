import { isAsServed } from '../board-recipe';
import type { Brand } from '../boards/board';
import { AppError, asksForSignIn, type ErrorCode, type ErrorData, toErrorData } from '../errors';
import { requireWhiteboardId } from '../finding/require-whiteboard-id';
import { imageKey } from '../image-store/image-key';
import type { ImageStore } from '../image-store/image-store';
import type { StoredImage } from '../image-store/stored-image';
import { shareNext } from '../share-next';
import type { ConvertImage } from './convert-image';
import { createCrowd } from './crowd';
import type { FetchImage } from './fetch-image';
import type { Holds } from './holds';
import {
  countJob,
  indexesIn,
  forbidsPrompts,
  type Job,
  type JobDocument,
  type JobItem,
  type JobRecord,
} from './job';
import { afterFailure, goesOnByItself, metByAll } from './job-failures';
import type { JobRecords } from './job-records';
import { createPool } from './pool';
import { outliveClosing, type SavePrompt, type WriteJob } from './write-job';

export interface JobRunDependencies {
  fetchImage: FetchImage;
  /** Keeps a picture from eviction, with what is made of it, until the record of its board does. */
  hold: Holds['hold'];
  convertImage: ConvertImage;
  /** Until nobody looks at a picture any more that may be replaced by a better one. Never rejects. */
  settled: (imageKey: string) => Promise<void>;
  images: Pick<ImageStore, 'peek'>;
  writeJob: WriteJob;
  /** Whether the browser asks where to save each file. */
  savePrompt: SavePrompt;
  /** Opens in advance the place where files are made; resolves to how to let it go. */
  prepare: () => Promise<() => void>;
  /** Who is signed in. @throws `not-signed-in` */
  accountIdFor: (brand: Brand) => Promise<string>;
  /** The documents at and below a wiki node; what could not be read there is `failed`. */
  walkWiki: (
    job: JobRecord,
    options: { signal: AbortSignal; onFound: (count: number) => void },
  ) => Promise<JobDocument[]>;
  /** The boards of one of them. */
  listBoards: (
    job: JobRecord,
    document: JobDocument,
    signal: AbortSignal,
  ) => Promise<Pick<JobItem, 'board' | 'name'>[]>;
  /** Whether there is any network, as far as the browser knows. */
  isOnline: () => boolean;
  /** Whether the server answers, whatever it says. */
  isReachable: (brand: Brand, signal: AbortSignal) => Promise<boolean>;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** See `outliveClosing`. */
  mayBeClosing?: () => Promise<void>;
}

/** Documents listed at a time: the client paces its requests by itself. */
const listingsAtOnce = 4;

/**
 * One run of one job, from wherever its record says that it is: list what is not listed, fetch what waits, then
 * write what is stored. It never rejects: failures are in the record.
 */
export async function runJob(
  dependencies: JobRunDependencies,
  records: JobRecords,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  const {
    fetchImage,
    hold,
    convertImage,
    settled,
    images,
    writeJob,
    savePrompt,
    prepare,
    accountIdFor,
    walkWiki,
    listBoards,
    isOnline,
    isReachable,
    now,
    mayBeClosing = outliveClosing,
  } = dependencies;
  /** Why the job has to wait: then nothing goes on. */
  let mustWait: ErrorData | undefined;
  /** A failure that everything after it would meet. */
  let hopeless: ErrorData | undefined;
  let lastCame = 0;
  const halt = new AbortController();
  const ended = AbortSignal.any([signal, halt.signal]);
  const crowd = createCrowd();
  let prepared: Promise<(() => void) | undefined> | undefined;
  /** Opening that place takes as much as dozens of pictures, of which the first ones are not to wait for it. */
  const prepareFiles = (): void => {
    prepared ??= prepare().catch(() => undefined);
  };

  const job = (): Job => records.get(id);
  const { isSingle } = job();
  const change = (index: number, changes: Partial<JobItem>): Promise<void> =>
    records.changeItems(id, [index], changes);
  const wait = (error: ErrorData): void => {
    mustWait ??= error;
    halt.abort();
  };
  /** Draws for the whole job what follows from a failure: it waits for the user, or nobody is asked on. */
  const heed = (error: ErrorData): void => {
    const { code } = error;
    if (!isSingle && (asksForSignIn(code) || code === 'download-asks-for-each')) wait(error);
    else if (metByAll.has(code)) hopeless = error;
  };

  /** The browser may take for a network what leads nowhere. */
  const answers = shareNext((brand: Brand) => isReachable(brand, ended));

  const make = async (served: StoredImage, title: string): Promise<StoredImage> => {
    const { brand, recipe } = job();
    if (!recipe || isAsServed(recipe)) return served;
    await settled(served.key);
    return convertImage({ brand, image: served, title, recipe }, ended);
  };

  const fetchOne = async (index: number): Promise<void> => {
    const { isFresh, brand, items } = job();
    const item = items[index];
    if (item === undefined || ended.aborted) return;
    const tries = (item.tries ?? 0) + 1;
    const began = now();
    let release: (() => void) | undefined;
    try {
      if (hopeless !== undefined) throw new AppError(hopeless.code, hopeless.details);
      const whiteboardId = requireWhiteboardId(item.board);
      // Nothing is lost when this is not written: it is told to those who watch.
      change(index, { state: 'fetching' }).catch(() => undefined);
      const request = { brand, accountId: await accountIdFor(brand), whiteboardId };
      release = hold(imageKey(brand, request.accountId, whiteboardId));
      const { image: served, stoodIn } = await fetchImage(request, { signal: ended, fresh: isFresh });
      // Not from the store, which says nothing of the server.
      if (served.fetchedAt >= began) {
        lastCame = now();
        crowd.came(served.bytes);
      } else if (stoodIn) crowd.failed(stoodIn.because.code);
      const image = await make(served, item.name);
      const stored = { tries, imageKey: image.key, bytes: image.bytes, stoodIn };
      await change(index, { ...stored, state: 'stored', error: undefined });
      prepareFiles();
    } catch (thrown) {
      if (ended.aborted) return;
      const error = toErrorData(thrown);
      crowd.failed(error.code);
      heed(error);
      if (ended.aborted) return;
      const next = isSingle
        ? 'never'
        : await afterFailure({
            error,
            tries,
            hasOtherCome: lastCame >= began,
            isHopeless: hopeless !== undefined,
            isOnline,
            isReachable: () => answers(brand),
          });
      if (ended.aborted) return;
      if (next !== 'never') {
        const counted = next === 'outage' ? tries - 1 : tries;
        await change(index, { state: 'waiting', tries: counted }).catch(() => undefined);
        return next === 'again' ? pool.add([index]) : wait(error);
      }
      // When not even that can be written, the end of the run says so.
      await change(index, { state: 'failed', tries, error }).catch(() => undefined);
    } finally {
      release?.();
    }
  };
  const pool = createPool(() => crowd.limit(), fetchOne);

  const listOne = async (index: number): Promise<void> => {
    const document = job().documents[index];
    if (document === undefined || ended.aborted) return;
    try {
      const boards = await listBoards(job(), document, ended);
      const first = job().items.length;
      const items = boards.map((board) => ({ ...board, document: index, state: 'waiting' as const }));
      await records.changeDocument(id, index, { state: 'listed', error: undefined }, items);
      pool.add(items.map((_, place) => first + place));
    } catch (thrown) {
      if (ended.aborted) return;
      const error = toErrorData(thrown);
      if (goesOnByItself(error)) return wait(error);
      heed(error);
      if (ended.aborted) return;
      await records.changeDocument(id, index, { state: 'failed', error }).catch(() => undefined);
    }
  };

  const fetchAll = async (): Promise<void> => {
    pool.add(indexesIn(job(), 'waiting', 'fetching'));
    const listing = createPool(() => listingsAtOnce, listOne);
    listing.add(job().documents.flatMap(({ state }, index) => (state === 'waiting' ? [index] : [])));
    await listing.idle();
    await pool.idle();
  };

  /** Those whose picture has gone from the store wait again. */
  const missOut = async (): Promise<void> => {
    const keys = job().items.map((item) => item.imageKey ?? '');
    await Promise.all(keys.map((key) => settled(key)));
    const found = await images.peek(keys);
    const gone = indexesIn(job(), 'stored').filter((index) => !found[index]);
    if (gone.length > 0) await records.changeItems(id, gone, { state: 'waiting', imageKey: undefined });
  };

  /** Where it was interrupted, the tree is walked again from its root: that costs few requests. */
  const count = async (): Promise<void> => {
    const onFound = (counted: number): void => void records.change(id, { counted }).catch(() => undefined);
    const documents = await walkWiki(job(), { signal: ended, onFound });
    if (ended.aborted) return;
    const counted = documents.filter(({ error }) => !error).length;
    await records.addDocuments(id, documents, { state: 'asking', counted });
  };

  const work = async (): Promise<void> => {
    if (job().state === 'counting') return count();
    if (job().state === 'running') {
      if (forbidsPrompts(job()) && (await savePrompt.get())) wait({ code: 'download-asks-for-each' });
      await fetchAll();
      if (ended.aborted) return;
    }
    await missOut();
    if (ended.aborted) return;
    if (indexesIn(job(), 'waiting').length > 0) {
      await fetchAll();
      if (ended.aborted) return;
      await missOut();
      if (ended.aborted) return;
      // Whatever takes them away would do so again.
      const lost = indexesIn(job(), 'waiting');
      await records.changeItems(id, lost, { state: 'failed', error: { code: 'storage-failed' } });
    }
    if (indexesIn(job(), 'stored', 'saved').length > 0) {
      prepareFiles();
      await records.change(id, { state: 'saving' });
      await writeJob(records, id, ended);
      if (ended.aborted) return;
    }
    const { total, saved } = countJob(job());
    // Whoever waits for a single board looks at it once more.
    if (
      !isSingle &&
      saved > 0 &&
      saved === total &&
      job().documents.every(({ state }) => state === 'listed')
    ) {
      return records.conclude(id, { state: 'done', error: undefined });
    }
    const failed = [...job().items, ...job().documents].find(({ error }) => error);
    const error =
      saved > 0 ? undefined : (failed?.error ?? { code: 'wiki-without-boards' as const satisfies ErrorCode });
    await records.change(id, { state: saved > 0 ? 'done' : 'failed', error });
  };

  /** A worker that is being stopped is refused what it asks for, in words of the browser's, and is gone a moment later. */
  const workOnceMore = async (thrown: unknown): Promise<void> => {
    if (ended.aborted || toErrorData(thrown).code !== 'unexpected') throw thrown;
    await mayBeClosing();
    if (!ended.aborted) await work();
  };

  if (isSingle) prepareFiles();
  try {
    await work().catch(workOnceMore);
  } catch (thrown) {
    const error = toErrorData(thrown);
    if (!ended.aborted) heed(error);
    if (!ended.aborted) {
      if (goesOnByItself(error) && !isSingle) wait(error);
      else await records.change(id, { state: 'failed', error }).catch(() => undefined);
    }
  } finally {
    void prepared?.then((release) => release?.());
  }
  if (!ended.aborted) return;
  // What was under way is not any more; whoever goes on begins it anew.
  const left = records.all().find((each) => each.id === id);
  const begun = left ? indexesIn(left, 'fetching') : [];
  await records.changeItems(id, begun, { state: 'waiting' }).catch(() => undefined);
  // Who waits for the network need not be content with what an older picture stood in for.
  const older = left && goesOnByItself(mustWait) ? indexesStoodIn(left) : [];
  const anew = { state: 'waiting', tries: 0, imageKey: undefined, stoodIn: undefined } as const;
  await records.changeItems(id, older, anew).catch(() => undefined);
  if (mustWait !== undefined && !signal.aborted) {
    await records.change(id, { state: 'waiting', error: mustWait }).catch(() => undefined);
  }
}

/** Boards whose older picture stood in because the server could not be reached. */
function indexesStoodIn(job: Job): number[] {
  return indexesIn(job, 'stored').filter((index) => goesOnByItself(job.items[index]?.stoodIn?.because));
}
