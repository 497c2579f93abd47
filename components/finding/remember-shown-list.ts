import type { BoardList } from '../messaging/protocol';
import { forgetShownLists, type KeptList, shownListKey, shownListKeys } from './shown-lists';

/** All of the storage is read when its first item is: it is kept small. Which of the others goes matters little. */
const mostLists = 3;
const mostPictures = 12;

/** What remembering takes. */
export interface RememberDependencies {
  open: () => Storage;
  /** Whether what is kept may outlast the browser: nobody tells us when that closes. */
  mayKeep: () => Promise<boolean>;
  /** In ms since the epoch. */
  now: () => number;
}

/**
 * Keeps a list for the next time that its document is shown, unless whoever is signed in wants to be forgotten: then
 * none stays. What is kept is no more than what `known-documents` keeps, and goes when that goes: with the account. A
 * storage that fails is a list that was not kept.
 */
export async function rememberShownList(
  { open, mayKeep, now }: RememberDependencies,
  list: BoardList,
): Promise<void> {
  try {
    const storage = open();
    if (!(await mayKeep())) return forgetShownLists(storage);
    storage.removeItem(shownListKey(list.url));
    const others = shownListKeys(storage);
    for (const key of others.slice(0, Math.max(0, others.length - mostLists + 1))) storage.removeItem(key);
    storage.setItem(shownListKey(list.url), write(list, now()));
  } catch {
    // Full, or forbidden: the list is waited for the next time.
  }
}

function write({ url, brand, title, rows }: BoardList, at: number): string {
  const kept: KeptList = {
    at,
    url,
    brand,
    title,
    rows: rows.map(({ board, name }) => [board.blockId, name]),
    stored: rows.slice(0, mostPictures).map(({ stored }) => stored ?? null),
  };
  return JSON.stringify(kept);
}
