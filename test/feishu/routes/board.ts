import { pictureOf } from '../board-pictures';
import { findBoard, recordMissing } from '../find-board';
import type { Board, PictureFormat } from '../entities';
import type { Reply } from '../reply';
import type { ApiRoute } from '../router';

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
    answer(request, { store }) {
      const found = findBoard(request, store);
      if ('refusal' in found) return found.refusal;
      return found.board.state === 'no-picture' ? recordMissing : image(found.board);
    },
  },
];

/** Whether the real answer has `ETag`, `Content-Disposition` or a length is not confirmed: only the length here. */
async function image(board: Board): Promise<Reply> {
  const { bytes } = await pictureOf(board);
  const type = board.labelled ?? contentTypes[board.format];
  return { status: 200, headers: { 'content-type': type }, body: bytes };
}
