import { look } from './look';

/**
 * The shape of the page's own model: nothing else in this product knows it. It has changed before and will again,
 * and the page may mean ill, so every look at it may find nothing, throw or lie. Nothing here throws, all words are
 * bounded, and what is said is still hostile.
 */

/** Ids have 27 characters; a longer one is none. */
const longestId = 64;
const longestKind = 64;
const longestText = 300;

/** The kind of a whiteboard. Mind maps, flow charts and tables outside of boards are other kinds. */
export const boardKind = 'whiteboard';

/** The kind of every block in a slice of the document that is not loaded. */
export const pendingKind = 'pending';

/** What the editor's scripts leave in the page's world. It arrives late. */
export function mainOf(page: unknown): unknown {
  return look(page, 'PageMain');
}

/** What keeps the document's blocks. */
export function managerOf(main: unknown): unknown {
  return look(main, 'blockManager');
}

/** The block around all others, and the builds of the site that keep it there; undefined where there is none. */
export function rootOf(manager: unknown): { block: object; shape: 'today' | 'older' } | undefined {
  const today = look(manager, 'rootBlockModel');
  if (isObject(today)) return { block: today, shape: 'today' };
  const older = look(manager, 'model', 'rootBlockModel');
  return isObject(older) ? { block: older, shape: 'older' } : undefined;
}

/** The Open API's `block_id`; of the root, the document's id. Empty where there is none. */
export function idOf(block: unknown): string {
  return asId(look(block, 'record', 'id'));
}

/** `whiteboard`, `heading1`, `pending` …; of a block whose code is not loaded, what it will be. May be empty. */
export function kindOf(block: unknown): string {
  return asText(inSnapshot(block, 'type') ?? look(block, 'type'), longestKind);
}

/** Whether the block's code is loaded. That of boards off the screen often is not. */
export function hasCode(block: unknown): boolean {
  return look(block, 'type') !== 'fallback';
}

/** Whether blocks of the kind are headings, of whatever level. */
export function isHeading(kind: string): boolean {
  return /^heading\d$/.test(kind);
}

/** The text of a heading or, of the root, the title. */
export function textOf(block: unknown): string {
  return asText(look(block, 'zoneState', 'allText'), longestText);
}

/** The whiteboard's id. Empty where there is none. */
export function tokenOf(board: unknown): string {
  return asId(inSnapshot(board, 'token'));
}

/** What the user has called the board. Often empty. */
export function captionOf(board: unknown): string {
  return asText(inSnapshot(board, 'caption', 'text', 'initialAttributedTexts', 'text', 0), longestText);
}

/** Whether the block shows content of another document. */
export function isCopy(block: unknown): boolean {
  return kindOf(block) === 'synced_reference' || isObject(look(block, 'innerBlockManager'));
}

/** The block around what a copy shows; undefined while that is not loaded. */
export function shownBy(copy: unknown): object | undefined {
  return rootOf(look(copy, 'innerBlockManager'))?.block;
}

/** Whether it can be a part of the model at all. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Both snapshots were seen to be one; where they are not, what the block's own lacks may be in its record's. */
function inSnapshot(block: unknown, ...path: (string | number)[]): unknown {
  return look(block, 'snapshot', ...path) ?? look(block, 'record', 'snapshot', ...path);
}

function asId(value: unknown): string {
  return typeof value === 'string' && value.length <= longestId ? value : '';
}

function asText(value: unknown, most: number): string {
  return typeof value === 'string' ? value.slice(0, most) : '';
}
