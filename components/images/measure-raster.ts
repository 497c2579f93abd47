import type { ImageType } from '../image-store/stored-image';
import type { ImageSize } from './measure';
import { measureJpeg } from './measure-jpeg';
import { measureWebp } from './measure-webp';

/** As `measureImage`, but for drawings, of which it says nothing: telling their size takes more code than all others. */
export function measureRaster(bytes: Uint8Array, type: ImageType): ImageSize | undefined {
  const size = readers[type](new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return size !== undefined && size.width >= 1 && size.height >= 1 ? size : undefined;
}

const readers: Record<ImageType, (view: DataView) => ImageSize | undefined> = {
  'image/png': measurePng,
  'image/jpeg': measureJpeg,
  'image/gif': measureGif,
  'image/webp': measureWebp,
  'image/svg+xml': () => undefined,
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
