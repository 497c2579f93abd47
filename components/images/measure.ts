import type { ImageType } from '../image-store/stored-image';
import { measureJpeg } from './measure-jpeg';
import { measureSvg } from './measure-svg';
import { measureWebp } from './measure-webp';

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
  const size = readers[type](new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), bytes);
  return size !== undefined && size.width >= 1 && size.height >= 1 ? size : undefined;
}

const readers: Record<ImageType, (view: DataView, bytes: Uint8Array) => ImageSize | undefined> = {
  'image/png': measurePng,
  'image/jpeg': measureJpeg,
  'image/gif': measureGif,
  'image/webp': measureWebp,
  'image/svg+xml': (_, bytes) => measureSvg(bytes),
};

/** IHDR is the first chunk, always; its sizes have 31 bits. https://www.w3.org/TR/png-3/#11IHDR */
function measurePng(view: DataView): ImageSize | undefined {
  if (view.byteLength < 24 || view.getUint32(12) !== 0x49484452) return undefined;
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  return size.width > 0x7fffffff || size.height > 0x7fffffff ? undefined : size;
}

/** The logical screen, right after the signature. */
function measureGif(view: DataView): ImageSize | undefined {
  if (view.byteLength < 10) return undefined;
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
}
