import { exifOrientation } from './measure-jpeg';

/** Whether a JPEG is not to be seen as it lies: whoever passes over its EXIF shows it turned, or mirrored. */
export function isTurnedJpeg(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 4 <= view.byteLength && view.getUint8(at) === 0xff && view.getUint8(at + 1) !== 0xda) {
    const end = at + 2 + view.getUint16(at + 2);
    if (view.getUint8(at + 1) === 0xe1 && exifOrientation(view, at + 4, end) > 1) return true;
    at = view.getUint8(at + 1) === 0xff ? at + 1 : end;
  }
  return false;
}
