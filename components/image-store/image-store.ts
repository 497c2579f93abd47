import { clear, delMany, entries, get, getMany, keys } from 'idb-keyval';
import { changeRecord } from './change-record';
import { chooseEvictions } from './choose-evictions';
import { openImageDatabases } from './image-databases';
import { servedKey } from './image-key';
import { setValues } from './set-values';
import { isQuotaExceeded, withStorageErrors } from './storage-errors';
import type { StoredImage } from './stored-image';
import { parseStoredImage } from './stored-image-schema';
import { takeTurns } from './take-turns';
import { weighImages } from './weigh-images';

export interface ImageStoreDependencies {
  /** Milliseconds since the epoch. */
  now: () => number;
  /** How many bytes may lie here, thumbnails counted. */
  budgetBytes: () => Promise<number>;
  /**
   * Keys that must not be evicted, for example those of a job whose archive is not written yet. What was made of such a
   * picture stays with it.
   */
  held?: () => Promise<ReadonlySet<string>>;
}

/** What is learned of a picture after it was stored. */
export type ImageMarks = Partial<Pick<StoredImage, 'faults' | 'width' | 'height' | 'writing'>>;

/** Pictures with their bytes, kept across restarts, within a budget. Every method may fail with `storage-failed`. */
export interface ImageStore {
  /** The picture and its bytes; this counts as a use. Undefined when it is not there, or not whole. */
  get(key: string): Promise<{ image: StoredImage; blob: Blob } | undefined>;
  /** What is known of many pictures, in the order of `keys`, without their bytes. This is no use. */
  peek(keys: readonly string[]): Promise<(StoredImage | undefined)[]>;
  /** The bytes of many pictures, in the order of `keys`: nothing is read until somebody does. This is no use. */
  blobs(keys: readonly string[]): Promise<(Blob | undefined)[]>;
  /**
   * Stores a picture in place of the older one under its key, and evicts the least recently used beyond the
   * budget. The one just put always stays, even when it alone exceeds the budget (somebody is about to use
   * it): then it stays until the next one comes. Those that come while others are being written are written
   * together, and count as one.
   *
   * @throws `storage-full` when the disk is full and eviction did not help
   */
  put(image: StoredImage, blob: Blob): Promise<void>;
  remove(key: string): Promise<void>;
  /** Evicts what is beyond the budget, but never `key`: another context has put a picture under it. */
  settle(key: string): Promise<void>;
  /** Notes something of a picture that was put, unless it was replaced since. */
  mark(image: Pick<StoredImage, 'key' | 'fetchedAt'>, marks: ImageMarks): Promise<void>;
  /** Removes all pictures, or those whose key begins with `keyPrefix` (see `accountPrefix`). */
  clear(keyPrefix?: string): Promise<void>;
  usage(): Promise<{ images: number; bytes: number }>;
  /** Removes what a killed worker left behind (bytes without a record, records without bytes), and what is beyond the budget. */
  sweep(): Promise<void>;
}

/** Pictures by their keys. */
type Puts = ReadonlyMap<string, { image: StoredImage; blob: Blob }>;

/**
 * Bytes are written before the record and removed after it, so whoever dies between the two leaves bytes that
 * `sweep` finds, or, where a picture was being replaced, a record whose size does not fit its bytes: that one
 * counts as absent. Background and offscreen document write, and they, the popup and the queue read: whoever
 * writes, or removes what is not whole, does so in turn with all others, and two at once cannot overrun the budget.
 */
export function createImageStore({
  now,
  budgetBytes,
  held = async () => new Set(),
}: ImageStoreDependencies): ImageStore {
  const { records, blobs, thumbnails } = openImageDatabases();

  const inTurn = takeTurns('images');

  const removeAll = async (doomed: string[]): Promise<void> => {
    if (doomed.length === 0) return;
    total = undefined;
    await delMany(doomed, records);
    await delMany(doomed, blobs);
    await delMany(doomed, thumbnails);
  };

  /** All records that can be read; the others are removed. */
  const readAll = async (): Promise<StoredImage[]> => {
    const images: StoredImage[] = [];
    const corrupt: string[] = [];
    for (const [key, record] of await entries<string, unknown>(records)) {
      const image = parseStoredImage(record);
      if (image?.key === key) images.push(image);
      else corrupt.push(key);
    }
    await removeAll(corrupt);
    return images;
  };

  const evict = async (limit: number, ...exempt: string[]): Promise<void> => {
    const keep = new Set([...(await held()), ...exempt]);
    const images = await readAll();
    for (const { key } of images) if (keep.has(servedKey(key))) keep.add(key);
    const doomed = new Set(chooseEvictions(images, limit, keep));
    await removeAll([...doomed]);
    total = weighImages(images.filter(({ key }) => !doomed.has(key))).bytes;
  };

  /**
   * The bytes of all pictures, as far as this context knows, so that not every picture of a long job has all records
   * read; and from how many on they are looked at again, where what is held exceeds the budget by itself.
   */
  let total: number | undefined;
  let nextLook = 0;
  const keepBudget = async (put: readonly StoredImage[], replaced: number): Promise<void> => {
    const budget = await budgetBytes();
    const { bytes } = weighImages(put);
    if (total !== undefined) total += bytes - replaced;
    if (total !== undefined && total <= Math.max(budget, nextLook)) return;
    await evict(budget, ...put.map(({ key }) => key));
    const left = total ?? 0;
    nextLook = left - bytes > budget ? left + budget / 4 : 0;
  };

  const write = async (puts: Puts): Promise<void> => {
    const written = [...puts];
    await Promise.all([
      setValues(
        written.map(([key, { blob }]) => [key, blob]),
        blobs,
      ),
      delMany([...puts.keys()], thumbnails),
    ]);
    await setValues(
      written.map(([key, { image }]) => [key, image]),
      records,
    );
  };
  const putAll = async (puts: Puts): Promise<void> => {
    const wanted = [...puts.keys()];
    const images = [...puts.values()].map(({ image }) => image);
    const older = (await getMany<unknown>(wanted, records)).flatMap(
      (record) => parseStoredImage(record) ?? [],
    );
    try {
      await write(puts);
    } catch (thrown) {
      if (!isQuotaExceeded(thrown)) throw thrown;
      // The disk is fuller than the budget knows: make room for these twice over, then try once more.
      const { bytes } = weighImages(await readAll());
      await evict(Math.max(0, bytes - 2 * weighImages(images).bytes), ...wanted);
      await write(puts);
    }
    await keepBudget(images, weighImages(older).bytes);
  };
  /** What is put and not being written yet, and when all of it will be. */
  let due = new Map<string, { image: StoredImage; blob: Blob }>();
  let planned: Promise<void> | undefined;

  const read = async (key: string): Promise<{ image: StoredImage; blob: Blob } | 'broken' | undefined> => {
    const [record, blob] = await Promise.all([get<unknown>(key, records), get<unknown>(key, blobs)]);
    if (record === undefined) return undefined;
    const image = parseStoredImage(record);
    const whole = image?.key === key && blob instanceof Blob && blob.size === image.bytes;
    return whole ? { image, blob } : 'broken';
  };

  /** Reads again when no write is under way, because a reader may come between two; removes what is broken still. */
  const heal = (key: string): ReturnType<ImageStore['get']> =>
    inTurn(async () => {
      const found = await read(key);
      if (found !== 'broken') return found;
      await removeAll([key]);
      return undefined;
    });

  return {
    get: (key) =>
      withStorageErrors(async () => {
        const first = await read(key);
        const found = first === 'broken' ? await heal(key) : first;
        if (found === undefined) return undefined;
        const usedAt = now();
        // Nobody waits for that; and on a full disk the picture can be read all the same.
        changeRecord(records, key, (image) => ({ ...image, usedAt })).catch(() => undefined);
        return { image: { ...found.image, usedAt }, blob: found.blob };
      }),

    peek: (wanted) =>
      withStorageErrors(async () => {
        const found = await getMany<unknown>([...wanted], records);
        return Promise.all(
          wanted.map(async (key, index) => {
            if (found[index] === undefined) return undefined;
            const image = parseStoredImage(found[index]);
            return image?.key === key ? image : (await heal(key))?.image;
          }),
        );
      }),

    blobs: (wanted) =>
      withStorageErrors(async () => {
        const found = await getMany<unknown>([...wanted], blobs);
        return found.map((blob) => (blob instanceof Blob ? blob : undefined));
      }),

    put(image, blob) {
      due.set(image.key, { image, blob });
      planned ??= inTurn(() => {
        const puts = due;
        due = new Map();
        planned = undefined;
        return putAll(puts);
      });
      return planned;
    },

    remove: (key) => inTurn(() => removeAll([key])),

    settle: (key) => inTurn(async () => evict(await budgetBytes(), key)),

    mark: ({ key, fetchedAt }, marks) =>
      withStorageErrors(async () => {
        await changeRecord(records, key, (image) =>
          image.fetchedAt === fetchedAt ? { ...image, ...marks } : undefined,
        );
      }),

    clear: (keyPrefix) =>
      inTurn(async () => {
        total = undefined;
        for (const store of [records, blobs, thumbnails]) {
          if (keyPrefix === undefined) await clear(store);
          else {
            const all = await keys<string>(store);
            await delMany(
              all.filter((key) => key.startsWith(keyPrefix)),
              store,
            );
          }
        }
      }),

    usage: () => inTurn(async () => weighImages(await readAll())),

    sweep: () =>
      inTurn(async () => {
        const known = new Set((await readAll()).map(({ key }) => key));
        const stored = await keys<string>(blobs);
        const withBytes = new Set(stored);
        const orphans = [...stored, ...(await keys<string>(thumbnails))].filter((key) => !known.has(key));
        await removeAll([...new Set([...orphans, ...[...known].filter((key) => !withBytes.has(key))])]);
        // A budget of nothing, or a smaller one than before, is kept to though nothing new comes.
        await evict(await budgetBytes());
      }),
  };
}
