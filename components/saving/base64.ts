import { AppError } from '../errors';

/** Bytes taken at a time: a multiple of three, so that the pieces of base64 can be joined. */
const chunkBytes = 3 * 8192;
/** The base64 that one such chunk makes. */
const chunkCharacters = (chunkBytes / 3) * 4;

/** A blob as base64, in chunks: `String.fromCharCode(...bytes)` overflows the stack from some 100 kB on. */
export async function blobToBase64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    parts.push(btoa(toBinary(bytes.subarray(at, at + chunkBytes))));
  }
  return parts.join('');
}

/**
 * The blob that was made base64.
 *
 * @throws `message-invalid` when it is not base64
 */
export function base64ToBlob(base64: string, type: string): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  try {
    for (let at = 0; at < base64.length; at += chunkCharacters) {
      parts.push(fromBinary(atob(base64.slice(at, at + chunkCharacters))));
    }
  } catch (error) {
    throw new AppError('message-invalid', {}, { cause: error });
  }
  return new Blob(parts, { type });
}

/** A string of one character for each byte. */
function toBinary(bytes: Uint8Array): string {
  return Reflect.apply(String.fromCharCode, undefined, bytes);
}

function fromBinary(binary: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
