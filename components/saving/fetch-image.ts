import type { Brand } from '../boards/board';
import { AppError, type ErrorCode, toAppError, toErrorData } from '../errors';
import type { FeishuClient } from '../feishu/client';
import { accountPrefix, imageKey } from '../image-store/image-key';
import type { ImageStore } from '../image-store/image-store';
import type { StoredImage } from '../image-store/stored-image';
import { checksumsOf } from '../images/checksums';
import { readFileStructure } from '../images/file-structure';
import { measureRaster } from '../images/measure-raster';
import type { PictureFault } from '../images/quality';
import { sniffImageType } from '../images/sniff';
import { lostOnTheWay, serverTroubles } from '../way-failures';
import type { StoodIn } from './job';
import type { Arrival } from './second-look';

/** Which picture: what one account sees of one board. */
export interface ImageRequest {
  brand: Brand;
  accountId: string;
  whiteboardId: string;
}

export interface FetchOptions {
  signal?: AbortSignal | undefined;
  /** Ask the server whatever the store holds. */
  fresh?: boolean | undefined;
}

/** A picture that lies in the image store. */
export interface FetchResult {
  image: StoredImage;
  /** Present when an older picture stood in for a new one that could not be had, and why. */
  stoodIn?: StoodIn;
}

export type FetchImage = (request: ImageRequest, options?: FetchOptions) => Promise<FetchResult>;

export interface ImageFetcherDependencies {
  store: Pick<ImageStore, 'get' | 'put' | 'clear'>;
  /** Whether this account is signed in. */
  isSignedIn: (account: Pick<ImageRequest, 'brand' | 'accountId'>) => Promise<boolean>;
  clientFor: (brand: Brand) => Pick<FeishuClient, 'downloadBoardImage'>;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Told of each picture that came. */
  onArrival?: (arrival: Arrival) => void;
  /** For how long a stored picture counts as the present one, in ms. */
  freshMs: () => Promise<number>;
}

/**
 * Failures that say nothing of the user's right to the picture: an older one may stand in. Who has lost the right to a
 * board, or has signed out, is told so instead.
 */
const olderMayStandIn: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  ...lostOnTheWay,
  ...serverTroubles,
  // Of the month, for all that is asked.
  'quota-used-up',
  // The older one came whole, and was a picture.
  'response-not-image',
  'response-too-large',
]);

/**
 * How every use comes by its picture: from the store within the fresh window, else from the server, which then
 * is stored. Callers that want the same picture at once share one look and one request; it is given up when all of
 * them have.
 */
export function createImageFetcher({
  store,
  isSignedIn,
  clientFor,
  now,
  freshMs,
  onArrival,
}: ImageFetcherDependencies): FetchImage {
  const download = async (
    key: string,
    request: ImageRequest,
    signal?: AbortSignal,
  ): Promise<Omit<Arrival, 'fetchAgain'>> => {
    const { brand, whiteboardId } = request;
    const { bytes } = await clientFor(brand).downloadBoardImage(whiteboardId, { signal });
    const type = sniffImageType(bytes);
    if (type === undefined) throw new AppError('response-not-image');
    // How large a drawing is takes longer to tell: whoever looks at it next does.
    const { width, height } = measureRaster(bytes, type) ?? { width: 0, height: 0 };
    // Now, because the bytes are here: archives and reports need not read them again.
    const checksums = await checksumsOf(bytes);
    const fetchedAt = now();
    const facts = { type, bytes: bytes.length, width, height, checksums, fetchedAt, usedAt: fetchedAt };
    // Without a length that was announced, a connection that ends too soon looks like one that ends.
    const faults: PictureFault[] = readFileStructure(bytes, type).isWhole ? [] : ['cut-short'];
    const image = { key, whiteboardId, ...facts, ...(faults.length > 0 && { faults }) };
    signal?.throwIfAborted();
    await store.put(image, new Blob([bytes], { type }));
    // Signing out wipes what is there: what was on its way then must not stay behind.
    if (!(await isSignedIn(request))) {
      await store.clear(accountPrefix(brand, request.accountId));
      throw new AppError('not-signed-in');
    }
    return { request, image };
  };
  const fetchNew = async (key: string, request: ImageRequest, signal: AbortSignal): Promise<StoredImage> => {
    const arrival = await download(key, request, signal);
    onArrival?.({ ...arrival, fetchAgain: () => download(key, request) });
    return arrival.image;
  };
  const storedOfLate = async (key: string): Promise<StoredImage | undefined> => {
    const stored = (await store.get(key))?.image;
    const age = now() - (stored?.fetchedAt ?? 0);
    // A clock that was set back makes a picture of the future, whose age nobody knows.
    return stored && age >= 0 && age < (await freshMs()) ? stored : undefined;
  };
  // The look into the store is shared as well: who had looked before a picture came would ask for it again.
  const lookups = shareByKey<StoredImage>();
  const downloads = shareByKey<StoredImage>();

  return async (request, { signal, fresh = false } = {}) => {
    const key = imageKey(request.brand, request.accountId, request.whiteboardId);
    const ask = (common?: AbortSignal): Promise<StoredImage> =>
      downloads(key, (each) => fetchNew(key, request, each), common);
    const look = async (common: AbortSignal): Promise<StoredImage> =>
      (await storedOfLate(key)) ?? ask(common);
    try {
      return { image: await (fresh ? ask(signal) : lookups(key, look, signal)) };
    } catch (error) {
      const failure = toAppError(error);
      const older = olderMayStandIn.has(failure.code) ? (await store.get(key))?.image : undefined;
      if (older === undefined) throw failure;
      return { image: older, stoodIn: { fetchedAt: older.fetchedAt, because: toErrorData(failure) } };
    }
  };
}

interface SharedWork<Result> {
  promise: Promise<Result>;
  controller: AbortController;
  waiting: number;
}

/** Runs work once for each key at a time. A caller that aborts leaves alone; the last one to leave stops the work. */
function shareByKey<Result>() {
  const underWay = new Map<string, SharedWork<Result>>();

  const start = (key: string, work: (signal: AbortSignal) => Promise<Result>): SharedWork<Result> => {
    const controller = new AbortController();
    const entry = { controller, waiting: 0, promise: work(controller.signal) };
    const forget = (): void => {
      if (underWay.get(key) === entry) underWay.delete(key);
    };
    entry.promise.then(forget, forget);
    underWay.set(key, entry);
    return entry;
  };

  return (
    key: string,
    work: (signal: AbortSignal) => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result> => {
    if (signal?.aborted) return Promise.reject(new AppError('cancelled'));
    const entry = underWay.get(key) ?? start(key, work);
    entry.waiting += 1;
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        entry.waiting -= 1;
        if (entry.waiting === 0) {
          // Whoever comes now must not join work that is being stopped.
          if (underWay.get(key) === entry) underWay.delete(key);
          entry.controller.abort();
        }
        reject(new AppError('cancelled'));
      };
      signal?.addEventListener('abort', leave, { once: true });
      const settled = (): void => signal?.removeEventListener('abort', leave);
      entry.promise.then(resolve, reject).finally(settled);
    });
  };
}
