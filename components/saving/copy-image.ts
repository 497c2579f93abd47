import { AppError, toAppError } from '../errors';

/** The part of a page that copying needs. */
export interface CopyTarget {
  write(items: ClipboardItem[]): Promise<void>;
  hasFocus(): boolean;
}

const thisPage: CopyTarget = {
  write: (items) => navigator.clipboard.write(items),
  hasFocus: () => document.hasFocus(),
};

/**
 * Puts a PNG on the clipboard. Call it in the click's own tick, with the **promise** of the picture: the right
 * to write is asked at once and cannot be lost while the picture is fetched. No other type can be copied:
 * browsers take `image/png` alone.
 *
 * @throws `clipboard-unfocused`, `clipboard-denied`, or what the promise itself rejects with
 */
export async function copyImage(png: Promise<Blob>, target: CopyTarget = thisPage): Promise<void> {
  let failure: { reason: unknown } | undefined;
  const watched = png.catch((reason: unknown) => {
    failure = { reason };
    throw reason;
  });
  // The browser may refuse before it looks at the promise: then nobody else would handle its failure.
  watched.catch(() => undefined);
  try {
    await target.write([new ClipboardItem({ 'image/png': watched })]);
  } catch (error) {
    // The browser words the promise's failure in its own way; ours says what happened.
    if (failure !== undefined) throw toAppError(failure.reason);
    throw new AppError(target.hasFocus() ? 'clipboard-denied' : 'clipboard-unfocused', {}, { cause: error });
  }
}
