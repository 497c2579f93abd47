import { AppError, toAppError } from '../errors';
import type { ImageType } from '../image-store/stored-image';
import { browserCanvas, type Canvas } from './canvas';
import { assertDrawable } from './canvas-limits';
import { measureImage } from './measure';

/** Headers lie within these first bytes. */
const headBytes = 262_144;

export interface ToPngDependencies {
  canvas?: Canvas;
  /** Draws an SVG as PNG. Needs a DOM: `draw-svg.ts`, or the offscreen document, which calls it. */
  drawSvg: (svg: Blob) => Promise<Blob>;
}

/**
 * The picture as PNG: a PNG as it is, byte for byte; the rest drawn anew.
 *
 * @throws `image-too-large-to-convert` before anything is drawn, `image-undecodable`
 */
export async function toPng(
  blob: Blob,
  type: ImageType,
  { canvas = browserCanvas, drawSvg }: ToPngDependencies,
): Promise<Blob> {
  if (type === 'image/png') return blob.type === type ? blob : blob.slice(0, blob.size, type);
  const head = new Uint8Array(await blob.slice(0, headBytes).arrayBuffer());
  const size = measureImage(head, type);
  if (size !== undefined) assertDrawable(size);
  const png = type === 'image/svg+xml' ? await drawSvg(blob) : await redraw(blob, canvas);
  // A canvas that fails gives an empty blob, or another type than the one asked for.
  if (png.type !== 'image/png' || png.size === 0) throw new AppError('image-undecodable');
  return png;
}

async function redraw(blob: Blob, canvas: Canvas): Promise<Blob> {
  let bitmap;
  try {
    bitmap = await canvas.decode(blob);
  } catch (error) {
    throw new AppError('image-undecodable', {}, { cause: error });
  }
  try {
    assertDrawable(bitmap);
    return await canvas.encode(bitmap, 'image/png');
  } catch (error) {
    throw toAppError(error, 'image-undecodable');
  } finally {
    bitmap.close();
  }
}
