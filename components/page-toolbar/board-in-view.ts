import { findMountedBoards, mountedBoard } from '../boards/find-mounted';

/** The board of which most is seen in the window; undefined where none is. */
export function boardInView(page: Document): string | undefined {
  let most = 0;
  let found: string | undefined;
  for (const blockId of findMountedBoards(page)) {
    const area = seenArea(mountedBoard(page, blockId)?.getBoundingClientRect());
    if (area > most) [most, found] = [area, blockId];
  }
  return found;
}

/** In square pixels. */
function seenArea(box: DOMRect | undefined): number {
  if (box === undefined) return 0;
  const width = Math.min(box.right, innerWidth) - Math.max(box.left, 0);
  const height = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
  return Math.max(0, width) * Math.max(0, height);
}
