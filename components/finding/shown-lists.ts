import * as v from 'valibot';
import { brandSchema } from '../brand';
import { parseStoredImage } from '../image-store/stored-image-schema';
import type { BoardList } from '../messaging/protocol';

/** By hand: a schema for each of hundreds of rows takes a part of the first frame. */
function arePairs(rows: unknown): boolean {
  const isPair = (row: unknown): boolean =>
    Array.isArray(row) && row.length === 2 && typeof row[0] === 'string' && typeof row[1] === 'string';
  return Array.isArray(rows) && rows.every(isPair);
}

const shownList = v.object({
  url: v.string(),
  brand: brandSchema,
  title: v.string(),
  /** Block id and name of each board: what a row needs to be there. */
  rows: v.custom<[blockId: string, name: string][]>(arePairs),
  /** The pictures of the first rows: those that are seen at once. */
  stored: v.array(v.unknown()),
  /** When it was shown, in ms since the epoch. */
  at: v.optional(v.number(), 0),
});

const prefix = 'shown-list ';

/**
 * The list that was last shown for the document at this address, for a page to have before its first frame; never
 * settled, and without what boards are asked for by. It lies in `localStorage`, because that can be read without
 * waiting: for the background, a database or a message. A storage that fails has none.
 */
export function recallShownList(open: () => Storage, url: string | undefined): BoardList | undefined {
  try {
    return url === undefined ? undefined : listOf(parseShownList(open().getItem(shownListKey(url))));
  } catch {
    return undefined;
  }
}

/** Forgets all lists: whoever was shown them has signed out, or wants to be forgotten. */
export function forgetShownLists(storage: Storage): void {
  for (const key of shownListKeys(storage)) storage.removeItem(key);
}

/** Where each list lies. */
export function shownListKeys(storage: Storage): string[] {
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
  return keys.filter((key) => key.startsWith(prefix));
}

/** Documents are told apart by their paths; the rest of an address is a place in one, or a way to look at it. */
export function shownListKey(url: string): string {
  const { origin, pathname } = new URL(url);
  return prefix + origin + pathname;
}

/** A list as it is kept. */
export type KeptList = v.InferOutput<typeof shownList>;

/** What lies there. Throws where it is none of ours. */
export function parseShownList(text: string | null): KeptList | undefined {
  return text === null ? undefined : v.parse(shownList, JSON.parse(text));
}

function listOf(kept: KeptList | undefined): BoardList | undefined {
  if (!kept) return undefined;
  const { rows, stored, at: _, ...document } = kept;
  return {
    ...document,
    rows: rows.map(([blockId, name], at) => ({
      board: { blockId, number: at + 1, mounted: false },
      name,
      stored: parseStoredImage(stored[at]),
    })),
    settled: false,
    complete: false,
  };
}
