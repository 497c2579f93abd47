/** A rectangle in the window, in CSS pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Room between the toolbar and the edges of its board, in CSS pixels. */
const gap = 8;
/** Where less than this is to be seen of a board, it has no toolbar. */
const leastVisible = 24;

/**
 * Where the toolbar stands: in the upper right corner of what is to be seen of the board, and always within the
 * window. Undefined when the board is out of sight.
 */
export function placeToolbar(
  board: Box,
  view: Box,
  size: { width: number; height: number },
): { left: number; top: number } | undefined {
  const top = Math.max(board.top, view.top);
  const right = Math.min(board.right, view.right);
  const height = Math.min(board.bottom, view.bottom) - top;
  const width = right - Math.max(board.left, view.left);
  if (height < leastVisible || width < leastVisible) return undefined;
  // On a board that is hardly higher than the toolbar, what little room there is goes above and below alike.
  const above = Math.min(gap, Math.max(0, (height - size.height) / 2));
  return {
    left: Math.max(view.left, right - size.width - gap),
    top: Math.max(view.top, Math.min(top + above, view.bottom - size.height)),
  };
}
