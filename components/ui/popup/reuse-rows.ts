import type { BoardRow } from '../../messaging/protocol';

/**
 * The rows of a newer list, each as the very object that it was if nothing of it has changed: a list comes as a
 * copy with every answer of the server, and what is the same needs no drawing.
 */
export function reuseRows(
  before: readonly BoardRow[] | undefined,
  rows: readonly BoardRow[],
): readonly BoardRow[] {
  if (!before) return rows;
  const known = new Map(before.map((row) => [row.board.blockId, row]));
  return rows.map((row) => {
    const last = known.get(row.board.blockId);
    return last && JSON.stringify(last) === JSON.stringify(row) ? last : row;
  });
}
