import type { ImageType } from '../image-store/stored-image';
import type { ConvertPicture } from './convert-picture';
import type { ImageSize } from './measure';

/** A picture as slides and the clipboard take it. */
export interface SlidePng {
  png: Blob;
  /** In pixels. */
  size: ImageSize;
}

/**
 * A picture as PNG for slides: a drawing as wide as it is to be; pixels as many as they are, for more of them would
 * be no sharper; a PNG byte for byte.
 *
 * @param width pixels that pictures for slides have
 * @throws as `convert`
 */
export async function slidePng(
  { image, blob }: { image: { type: ImageType } & ImageSize; blob: Blob },
  width: number,
  convert: ConvertPicture,
): Promise<SlidePng> {
  const { type } = image;
  if (type === 'image/png') {
    const png = blob.type === type ? blob : blob.slice(0, blob.size, type);
    return { png, size: { width: image.width, height: image.height } };
  }
  const size = type === 'image/svg+xml' ? { width } : { scale: 1 };
  const made = await convert({ kind: 'served', blob }, { format: 'png', size });
  return { png: made.blob, size: { width: made.width, height: made.height } };
}
