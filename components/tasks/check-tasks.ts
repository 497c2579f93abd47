import { AppError } from '../errors';
import type { ImageStore } from '../image-store/image-store';
import type { StoredImage } from '../image-store/stored-image';
import type { ThumbnailStore } from '../image-store/thumbnail-store';
import type { Look, LookAtPicture } from '../images/look-at-picture';
import { measureImage } from '../images/measure';
import type { Tasks } from './create-tasks';

/** The tasks that look at pictures. */
export type CheckTasks = Pick<Tasks, 'picture/check' | 'picture/thumbnail'>;

export interface CheckTasksDeps {
  images: Pick<ImageStore, 'get'>;
  thumbnails: ThumbnailStore;
  lookAt: LookAtPicture;
}

interface Found {
  image: StoredImage;
  blob: Blob;
}

/** A look costs a decoding, so it leaves a thumbnail behind, and none is made twice. */
export function createCheckTasks({ images, thumbnails, lookAt }: CheckTasksDeps): CheckTasks {
  const read = async (imageKey: string): Promise<Found> => {
    const found = await images.get(imageKey);
    if (!found) throw new AppError('storage-failed');
    return found;
  };
  const lookAndKeep = async ({ image, blob }: Found): Promise<Look> => {
    const seen = await lookAt(blob);
    // One that cannot be kept is made again when somebody wants to see it.
    await thumbnails.put(image, seen.thumbnail).catch(() => undefined);
    return seen;
  };
  const underWay = new Map<string, Promise<Look>>();
  /** A picture is looked at when it has come, and its thumbnail is asked for at about the same time: both share one look. */
  const look = (found: Found): Promise<Look> => {
    const which = `${found.image.key} ${found.image.fetchedAt}`;
    const begun = underWay.get(which) ?? lookAndKeep(found).finally(() => underWay.delete(which));
    underWay.set(which, begun);
    return begun;
  };
  return {
    async 'picture/check'({ imageKey }) {
      const found = await read(imageKey);
      const { width, height, type } = found.image;
      const measured =
        width > 0 ? undefined : measureImage(new Uint8Array(await found.blob.arrayBuffer()), type);
      const { faults } = await look(found);
      return { faults, ...(measured ?? { width, height }) };
    },

    async 'picture/thumbnail'({ imageKey }) {
      const found = await read(imageKey);
      if (!(await thumbnails.get(found.image))) await look(found);
      return null;
    },
  };
}
