import { AppError } from '../../errors';

/** What XML allows before a doctype: space, declaration, processing instructions, comments. */
const prologPiece = /\s+|\uFEFF|<\?[\s\S]*?\?>|<!--[\s\S]*?-->/y;
const plainDoctype = /<!doctype[^>[]*>/iy;
const anyDoctype = /<!doctype/iy;

/**
 * The same text without its doctype. One that only names a public file (as Graphviz and PlantUML write it) says
 * nothing that a browser would read; one that declares something of its own can blow up a few bytes to
 * gigabytes, or name files, and no drawing needs it.
 *
 * @throws `image-unsafe`
 */
export function withoutDoctype(text: string): string {
  let at = 0;
  for (;;) {
    prologPiece.lastIndex = at;
    if (!prologPiece.test(text)) break;
    at = prologPiece.lastIndex;
  }
  plainDoctype.lastIndex = at;
  if (plainDoctype.test(text)) return text.slice(0, at) + text.slice(plainDoctype.lastIndex);
  anyDoctype.lastIndex = at;
  if (anyDoctype.test(text)) throw new AppError('image-unsafe');
  return text;
}
