import type { ImageType } from '../image-store/stored-image';
import { measureRaster } from './measure-raster';
import { measureSvg } from './measure-svg';

/** A size in pixels, as the picture is seen: turned as its EXIF orientation says. */
export interface ImageSize {
  width: number;
  height: number;
}

/**
 * How large a picture is, by its header alone: nothing is decoded, and no length in the file is believed
 * beyond the bytes that are there. The first 256 kB are enough for any honest file.
 *
 * @returns whole pixels, each at least 1; undefined when the file does not say (an SVG without size) or lies.
 */
export function measureImage(bytes: Uint8Array, type: ImageType): ImageSize | undefined {
  if (type !== 'image/svg+xml') return measureRaster(bytes, type);
  const size = measureSvg(bytes);
  return size !== undefined && size.width >= 1 && size.height >= 1 ? size : undefined;
}
