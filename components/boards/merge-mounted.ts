import type { Board } from './board';

/**
 * Joins the boards that the page has mounted, in its order, into a list: those in the list are flagged, the
 * others (new since the list was made, or parts of synced copies) are put beside their neighbours on the
 * page and everything is numbered anew. With an empty list, the mounted ones are the list.
 */
export function mergeMounted(list: readonly Board[], mountedBlockIds: readonly string[]): Board[] {
  const mounted = new Set(mountedBlockIds);
  const listed = new Set(list.map(({ blockId }) => blockId));
  const merged = list.map((board) => ({ ...board, mounted: mounted.has(board.blockId) }));

  const firstListed = mountedBlockIds.find((id) => listed.has(id));
  // Before the first mounted board that is listed; at the end if none is.
  let place = merged.findIndex(({ blockId }) => blockId === firstListed);
  if (place < 0) place = merged.length;
  for (const blockId of mounted) {
    if (listed.has(blockId)) place = merged.findIndex((board) => board.blockId === blockId) + 1;
    else merged.splice(place++, 0, { blockId, number: 0, mounted: true });
  }
  return numberBoards(merged);
}

/** Boards of `first`, then those of `second` that `first` does not have. */
export function joinBoards(first: readonly Board[], second: readonly Board[]): Board[] {
  const known = new Set(first.map(({ blockId }) => blockId));
  return numberBoards([...first, ...second.filter(({ blockId }) => !known.has(blockId))]);
}

function numberBoards(boards: readonly Board[]): Board[] {
  return boards.map((board, index) => ({ ...board, number: index + 1 }));
}
