import type { Board } from '../boards/board';
import { AppError } from '../errors';

/** The id that the board's picture is asked for by. Errors: `board-token-unknown`. */
export function requireWhiteboardId(board: Board): string {
  if (!board.whiteboardId) throw new AppError('board-token-unknown');
  return board.whiteboardId;
}
