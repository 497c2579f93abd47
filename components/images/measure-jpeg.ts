import type { ImageSize } from './measure';

/**
 * Walks the segments to the first frame header, and remembers the EXIF orientation on the way: browsers turn
 * a picture by it, so the size is given as it is seen. https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B.
 */
export function measureJpeg(view: DataView): ImageSize | undefined {
  let turned = false;
  let at = 2;
  while (at + 4 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    // Fill bytes, and markers that stand alone.
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    // Start of scan or end of image: no frame header came before it.
    if (marker === 0xda || marker === 0xd9) return undefined;
    const length = view.getUint16(at + 2);
    if (length < 2) return undefined;
    if (isFrameHeader(marker)) {
      if (at + 9 > view.byteLength) return undefined;
      const height = view.getUint16(at + 5);
      const width = view.getUint16(at + 7);
      return turned ? { width: height, height: width } : { width, height };
    }
    if (marker === 0xe1) turned ||= exifOrientation(view, at + 4, at + 2 + length) >= 5;
    at += 2 + length;
  }
  return undefined;
}

/** SOF0 to SOF15 (progressive ones too), without DHT, JPG and DAC, which share their range. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** The orientation (tag 0x0112) in an APP1 segment that is EXIF, 1 to 8: from 5 on, it swaps width and height. 0: none. */
export function exifOrientation(view: DataView, start: number, segmentEnd: number): number {
  const end = Math.min(segmentEnd, view.byteLength);
  const tiff = start + 6;
  if (tiff + 8 > end || view.getUint32(start) !== 0x45786966 || view.getUint16(start + 4) !== 0) return 0;
  const little = view.getUint16(tiff) === 0x4949;
  if (!little && view.getUint16(tiff) !== 0x4d4d) return 0;
  const directory = tiff + view.getUint32(tiff + 4, little);
  if (directory + 2 > end) return 0;
  const count = view.getUint16(directory, little);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > end) return 0;
    if (view.getUint16(entry, little) === 0x0112) {
      const orientation = view.getUint16(entry + 8, little);
      return orientation <= 8 ? orientation : 0;
    }
  }
  return 0;
}
