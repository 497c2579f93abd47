import { get } from 'idb-keyval';
import * as v from 'valibot';
import { changeRecord } from './change-record';
import { openImageDatabases } from './image-databases';
import { setValues } from './set-values';
import { withStorageErrors } from './storage-errors';
import type { StoredImage } from './stored-image';

/** Which picture, and which one of those that were under its key. */
type Pictured = Pick<StoredImage, 'key' | 'fetchedAt'>;

/** Small versions of stored pictures: each lies beside its picture and goes with it. May fail with `storage-failed`. */
export interface ThumbnailStore {
  get(image: Pictured): Promise<Blob | undefined>;
  put(image: Pictured, thumbnail: Blob): Promise<void>;
}

/** With the time of its picture: another context may put a newer one while the thumbnail is made. */
const schema = v.object({ fetchedAt: v.number(), blob: v.custom<Blob>((it) => it instanceof Blob) });

/** A store of its own: the background, which has no room for it, only removes thumbnails. */
export function createThumbnailStore(): ThumbnailStore {
  const { records, thumbnails } = openImageDatabases();
  return {
    get: ({ key, fetchedAt }) =>
      withStorageErrors(async () => {
        const found = v.safeParse(schema, await get<unknown>(key, thumbnails));
        return found.success && found.output.fetchedAt === fetchedAt ? found.output.blob : undefined;
      }),

    put: ({ key, fetchedAt }, blob) =>
      withStorageErrors(async () => {
        // Counted first: one that nobody counts would lie beyond the budget.
        const isThere = await changeRecord(records, key, (image) =>
          image.fetchedAt === fetchedAt ? { ...image, thumbnailBytes: blob.size } : undefined,
        );
        if (isThere) await setValues([[key, { fetchedAt, blob }]], thumbnails);
      }),
  };
}
