import { createThumbnailStore } from '../../components/image-store/thumbnail-store';
import type { StoredImage } from '../../components/image-store/stored-image';
import { runTask } from '../../components/messaging/send';

const store = createThumbnailStore();

/**
 * The thumbnail of a stored picture, made elsewhere where there is none yet: decoding a picture, and a drawing above
 * all, would keep the popup busy. Undefined if it cannot be kept.
 */
export async function readThumbnail(image: StoredImage): Promise<Blob | undefined> {
  const kept = await store.get(image);
  if (kept) return kept;
  await runTask('picture/thumbnail', { imageKey: image.key });
  return store.get(image);
}
