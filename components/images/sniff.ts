import type { ImageType } from '../image-store/stored-image';
import { svgStartTag } from './svg-start-tag';

/** The file name extension of each type, without the dot. */
const extensions: Record<ImageType, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
};

/**
 * What the bytes are, whatever a header says they are: `download_as_image` has been seen to announce one
 * type and to send another, or an error in JSON. Undefined when it is none of the five that we know.
 */
export function sniffImageType(bytes: Uint8Array): ImageType | undefined {
  if (startsWith(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, 0, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  // "GIF87a" and "GIF89a"
  if (
    startsWith(bytes, 0, [0x47, 0x49, 0x46, 0x38]) &&
    (bytes[4] === 0x37 || bytes[4] === 0x39) &&
    bytes[5] === 0x61
  ) {
    return 'image/gif';
  }
  // "RIFF", four bytes of length, "WEBP"
  if (startsWith(bytes, 0, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes, 8, [0x57, 0x45, 0x42, 0x50])) {
    return 'image/webp';
  }
  return svgStartTag(bytes) === undefined ? undefined : 'image/svg+xml';
}

/** The file name extension of a type, without the dot: `png`, `jpg`, `gif`, `webp` or `svg`. */
export function extensionOf(type: ImageType): string {
  return extensions[type];
}

function startsWith(bytes: Uint8Array, offset: number, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[offset + index] === byte);
}
