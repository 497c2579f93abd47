import { createBrowserPictures } from '../../../components/images/browser-pictures';
import type { PictureLab } from './picture-lab';

/** The conversion of pictures as a page of its own, for the tests: bytes come and go as base64. */

const { convert, lookAt } = createBrowserPictures();

const lab: PictureLab = {
  async convert(kind, base64, recipe, cancelAfterMs) {
    const signal = cancelAfterMs === undefined ? undefined : AbortSignal.timeout(cancelAfterMs);
    try {
      const { blob, bytes, ...facts } = await convert({ kind, blob: toBlob(base64) }, recipe, { signal });
      return { ...facts, size: bytes, blobType: blob.type, base64: await toBase64(blob) };
    } catch (error) {
      return { code: codeOf(error) };
    }
  },
  async convertAtOnce(base64, recipe, cancelled) {
    const abort = new AbortController();
    const calls = cancelled.map((isCancelled) =>
      convert(
        { kind: 'served', blob: toBlob(base64) },
        recipe,
        isCancelled ? { signal: abort.signal } : {},
      ).then(() => 'made', codeOf),
    );
    abort.abort();
    return Promise.all(calls);
  },
  async lookAt(base64) {
    const { faults, thumbnail } = await lookAt(toBlob(base64));
    return { faults, type: thumbnail.type, base64: await toBase64(thumbnail) };
  },
};

Object.assign(window, { lab });

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : `not an AppError: ${String(error)}`;
}

function toBlob(base64: string): Blob {
  return new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))]);
}

async function toBase64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
