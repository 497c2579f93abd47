import { mayReadBoard } from './access';
import type { Board, Brand } from './entities';
import { failure, type Reply } from './reply';
import type { ApiRequest } from './router';
import type { Store } from './store';

/** The board of `:whiteboard_id`, or why there is none for whoever asks: every call for a board begins so. */
export function findBoard(
  { params, brand, token }: ApiRequest,
  store: Store,
): { board: Board } | { refusal: Reply } {
  const id = params['whiteboard_id'] ?? '';
  const misshapen = checkShape(id);
  if (misshapen) return { refusal: misshapen };
  const board = store.board(id);
  if (!board || board.state === 'deleted' || !livesAt(board, brand, store)) return { refusal: recordMissing };
  if (!token || !mayReadBoard(board, token, store)) return { refusal: failure(403, 2890005, 'forbidden') };
  return { board };
}

/** The same answer whether there is no such board or it has no picture (yet). */
export const recordMissing = failure(400, 2890003, 'record missing');

/**
 * "invalid format" and "invalid arg" are documented without a word on what sets them apart. Here a length that
 * no whiteboard id has is the first, a right length with other characters than letters and digits the second;
 * that is not confirmed.
 */
function checkShape(id: string): Reply | undefined {
  if (id.length < 22 || id.length > 27) return failure(400, 2890001, 'invalid format');
  return /^[A-Za-z0-9]+$/.test(id) ? undefined : failure(400, 2890002, 'invalid arg');
}

/** A board is at home where the documents that hold it are; one without a document is at both brands. */
function livesAt(board: Board, brand: Brand, store: Store): boolean {
  const holders = store.documentsWithBoard(board.id);
  return holders.length === 0 || holders.some((document) => document.tenant.brand === brand);
}
