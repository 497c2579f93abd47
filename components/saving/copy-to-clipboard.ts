import { AppError, toAppError } from '../errors';

/** The part of a page that copying needs. */
export interface CopyTarget {
  write(items: ClipboardItem[]): Promise<void>;
  hasFocus(): boolean;
}

/** What is copied: a picture, and the same for editors that take HTML; HTML alone, with its text; or text alone. */
export interface Copied {
  png?: Blob;
  html?: string;
  text?: string;
}

/** Which of these there will be has to be said before they are there. */
const types = {
  picture: ['image/png', 'text/html'],
  document: ['text/html', 'text/plain'],
  text: ['text/plain'],
} as const;

const thisPage: CopyTarget = {
  write: (items) => navigator.clipboard.write(items),
  hasFocus: () => document.hasFocus(),
};

/**
 * Puts a picture on the clipboard, a document of several, or text. Call it in the click's own tick, with the **promise**:
 * the right to write is asked at once and cannot be lost while the picture is fetched. Browsers take pictures as
 * `image/png` alone.
 *
 * @throws `clipboard-unfocused`, `clipboard-denied`, or what the promise itself rejects with
 */
export async function copyToClipboard(
  kind: keyof typeof types,
  copied: Promise<Copied>,
  target: CopyTarget = thisPage,
): Promise<void> {
  let failure: { reason: unknown } | undefined;
  const parts = types[kind].map((type) => {
    const part = copied.then(
      (it) => partOf(it, type),
      (reason: unknown) => {
        failure = { reason };
        throw reason;
      },
    );
    // The browser may refuse before it looks at the promise: then nobody else would handle its failure.
    part.catch(() => undefined);
    return [type, part] as const;
  });
  try {
    await target.write([new ClipboardItem(Object.fromEntries(parts))]);
  } catch (error) {
    // The browser words the promise's failure in its own way; ours says what happened.
    if (failure !== undefined) throw toAppError(failure.reason);
    throw new AppError(target.hasFocus() ? 'clipboard-denied' : 'clipboard-unfocused', {}, { cause: error });
  }
}

function partOf({ png, html = '', text = '' }: Copied, type: string): Blob {
  if (type === 'image/png') return png ?? new Blob();
  return new Blob([type === 'text/html' ? html : text], { type });
}
