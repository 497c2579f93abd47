import { AppError } from '../errors';
import type { ImageType } from '../image-store/stored-image';
import { browserCanvas, type Canvas } from './canvas';
import { assertDrawable } from './canvas-limits';
import { measureImage } from './measure';

/** The room a thumbnail has, in device pixels. */
export interface ThumbnailRoom {
  maxWidth: number;
  maxHeight: number;
}

/** Headers lie within these first bytes. */
const headBytes = 262_144;

/**
 * A small WebP (PNG where the browser cannot write WebP) of a raster picture, whole and in its own shape. Works
 * in a worker. About 0.1 s for 12 Mpx, so make it once and keep it.
 *
 * @returns undefined when the picture itself should be shown: an SVG, or one that fits already.
 * @throws `image-undecodable`, `image-too-large-to-convert`
 */
export async function makeThumbnail(
  blob: Blob,
  type: ImageType,
  { maxWidth, maxHeight }: ThumbnailRoom,
  canvas: Canvas = browserCanvas,
): Promise<Blob | undefined> {
  if (type === 'image/svg+xml') return undefined;
  const size = measureImage(new Uint8Array(await blob.slice(0, headBytes).arrayBuffer()), type);
  if (size === undefined) throw new AppError('image-undecodable');
  assertDrawable(size);
  const scale = Math.min(maxWidth / size.width, maxHeight / size.height);
  if (scale >= 1) return undefined;
  try {
    const bitmap = await canvas.decode(blob, {
      resizeWidth: Math.max(1, Math.round(size.width * scale)),
      resizeHeight: Math.max(1, Math.round(size.height * scale)),
      resizeQuality: 'high',
    });
    try {
      return await canvas.encode(bitmap, 'image/webp', 0.85);
    } finally {
      bitmap.close();
    }
  } catch (error) {
    throw new AppError('image-undecodable', {}, { cause: error });
  }
}
