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

/** The lists that were last shown, where a page can read them before its first frame. */
export interface ShownLists {
  /** What was shown for the document at this address; never settled, and without what boards are asked for by. */
  recall(url: string | undefined): BoardList | undefined;
  /** Keeps a list for the next time, unless whoever is signed in wants to be forgotten: then none stays. */
  remember(list: BoardList): Promise<void>;
}

const prefix = 'shown-list ';
/** All of the storage is read when its first item is: it is kept small. Which of the others goes matters little. */
const mostLists = 3;
const mostPictures = 12;

/**
 * Keeps lists in `localStorage`, because that can be read without waiting: for the background, a database or a
 * message. What lies there is no more than what `known-documents` keeps, and goes when that goes: with the account.
 * A storage that fails is a list that was not kept.
 * @param mayKeep whether what is kept may outlast the browser: nobody tells us when that closes
 */
export function createShownLists(
  open: () => Storage,
  mayKeep: () => Promise<boolean>,
  now: () => number,
): ShownLists {
  return {
    recall(url) {
      try {
        return url === undefined ? undefined : listOf(parseShownList(open().getItem(shownListKey(url))));
      } catch {
        return undefined;
      }
    },
    async remember(list) {
      try {
        const storage = open();
        if (!(await mayKeep())) return forgetShownLists(storage);
        storage.removeItem(shownListKey(list.url));
        const others = shownListKeys(storage);
        for (const key of others.slice(0, Math.max(0, others.length - mostLists + 1)))
          storage.removeItem(key);
        storage.setItem(shownListKey(list.url), write(list, now()));
      } catch {
        // Full, or forbidden: the list is waited for the next time.
      }
    },
  };
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

function write({ url, brand, title, rows }: BoardList, at: number): string {
  const kept: v.InferInput<typeof shownList> = {
    at,
    url,
    brand,
    title,
    rows: rows.map(({ board, name }) => [board.blockId, name]),
    stored: rows.slice(0, mostPictures).map(({ stored }) => stored ?? null),
  };
  return JSON.stringify(kept);
}

type KeptList = v.InferOutput<typeof shownList>;

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
