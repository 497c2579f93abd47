import * as v from 'valibot';
import { siteIdShape } from '../shapes';
import type { BoardFacts, PageModel } from './board';
import { cleanText } from './clean-text';
import { cleanTitle } from './clean-title';

const id = v.pipe(v.string(), v.regex(siteIdShape));
const text = v.pipe(v.string(), v.maxLength(300));
/** Whatever else it is reads as missing. */
const maybeId = v.fallback(v.optional(id), undefined);
const maybeText = v.fallback(
  v.optional(
    v.pipe(
      text,
      v.transform((words) => cleanText(words) || undefined),
    ),
  ),
  undefined,
);

const pageModel = v.object({
  url: v.pipe(v.string(), v.maxLength(10_000)),
  documentId: id,
  title: v.pipe(text, v.transform(cleanTitle)),
  boards: v.pipe(v.array(v.unknown()), v.maxLength(5001)),
});

const boardFacts = v.object({
  blockId: id,
  whiteboardId: maybeId,
  caption: maybeText,
  heading: maybeText,
  inCopy: maybeId,
});

/** What the page's model says, checked; undefined where it says nothing that can be used. Each board stands once. */
export function parsePageModel(read: unknown): PageModel | undefined {
  const parsed = v.safeParse(pageModel, read);
  if (!parsed.success) return undefined;
  const known = new Set<string>();
  const boards: (BoardFacts | string)[] = [];
  for (const one of parsed.output.boards) {
    if (typeof one === 'string') boards.push(v.safeParse(id, one).success ? one : '');
    const board = v.safeParse(boardFacts, one);
    if (!board.success || known.has(board.output.blockId)) continue;
    known.add(board.output.blockId);
    boards.push(board.output);
  }
  return { ...parsed.output, boards };
}
