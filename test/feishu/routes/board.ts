import { mayReadBoard } from '../access';
import { pictureOf } from '../board-pictures';
import type { Board, Brand, PictureFormat } from '../entities';
import { failure, type Reply } from '../reply';
import type { ApiRoute } from '../router';
import type { Store } from '../store';

const contentTypes: Record<PictureFormat, string> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
};

/** Public document: "Obtain whiteboard as image" (board-v1/whiteboard/download_as_image). */
export const boardRoutes: ApiRoute[] = [
  {
    method: 'GET',
    path: '/open-apis/board/v1/whiteboards/:whiteboard_id/download_as_image',
    access: 'scope',
    scopes: ['board:whiteboard:node:read'],
    limit: { count: 50, windowMs: 1000 },
    async answer({ params, brand, token }, { store }) {
      const id = params.whiteboard_id ?? '';
      const misshapen = checkShape(id);
      if (misshapen) return misshapen;
      const board = store.board(id);
      if (!board || board.state === 'deleted' || !livesAt(board, brand, store)) return recordMissing;
      if (!token || !mayReadBoard(board, token, store)) return failure(403, 2890005, 'forbidden');
      if (board.state === 'no-picture') return recordMissing;
      return image(board);
    },
  },
];

/** The same answer whether there is no such board or it has no picture (yet). */
const recordMissing = failure(400, 2890003, 'record missing');

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

/** Whether the real answer has `ETag`, `Content-Disposition` or a length is not confirmed: only the length here. */
async function image(board: Board): Promise<Reply> {
  const { bytes } = await pictureOf(board);
  const type = board.labelled ?? contentTypes[board.format];
  return { status: 200, headers: { 'content-type': type }, body: bytes };
}
