import { boardText } from '../boards/board-text';
import { toAppError } from '../errors';
import type { BoardNode } from '../feishu/board-content-schemas';
import type { StoredImage } from '../image-store/stored-image';
import type { BoardRef } from './board-vectors';

/** What is written on a board, or why that cannot be told. */
export type BoardWriting = NonNullable<StoredImage['writing']>;

/** Everything on a board. @throws as the client does */
export type ListNodes = (board: BoardRef, signal?: AbortSignal) => Promise<BoardNode[]>;

/**
 * Reads what is written on a board, for those who cannot see it. It is an extra: a picture is as good without.
 *
 * @throws `cancelled` alone
 */
export async function readBoardWriting(
  listNodes: ListNodes,
  board: BoardRef,
  signal?: AbortSignal,
): Promise<BoardWriting> {
  try {
    return { text: boardText(await listNodes(board, signal)) };
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code === 'cancelled') throw error;
    return { error: error.code };
  }
}
