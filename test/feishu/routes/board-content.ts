import { boardNodes } from '../board-nodes';
import { renderPicture } from '../pictures/render';
import type { Board } from '../entities';
import { findBoard } from '../find-board';
import { failure, notFound, success, type Reply } from '../reply';
import type { ApiRoute } from '../router';

const scopes = ['board:whiteboard:node:read'];

/**
 * What is on a board. Public documents: "Obtain all nodes" (board-v1/whiteboard-node/list) and "Obtain whiteboard
 * theme" (board-v1/whiteboard/theme); the export is known from the official command-line tool alone.
 */
export const boardContentRoutes: ApiRoute[] = [
  {
    method: 'POST',
    path: '/open-apis/board/v1/whiteboards/:whiteboard_id/export',
    access: 'scope',
    scopes,
    // Its limit is in no document: that of the nodes is a guess.
    limit: { count: 10, windowMs: 1000 },
    answer(request, { store }) {
      const found = findBoard(request, store);
      if ('refusal' in found) return found.refusal;
      return exported(found.board, request.body);
    },
  },
  {
    method: 'GET',
    path: '/open-apis/board/v1/whiteboards/:whiteboard_id/nodes',
    access: 'scope',
    scopes,
    limit: { count: 10, windowMs: 1000 },
    answer(request, { store }) {
      const found = findBoard(request, store);
      if ('refusal' in found) return found.refusal;
      const { board } = found;
      if (board.nodes === 'absent') return notFound();
      if (board.nodes === 'missing') return success({});
      return success({ nodes: board.nodes === 'null' ? null : boardNodes(board) });
    },
  },
  {
    method: 'GET',
    path: '/open-apis/board/v1/whiteboards/:whiteboard_id/theme',
    access: 'scope',
    scopes,
    limit: { count: 20, windowMs: 60_000 },
    answer(request, { store }) {
      const found = findBoard(request, store);
      if ('refusal' in found) return found.refusal;
      const { theme } = found.board;
      return theme === 'absent' ? notFound() : success({ theme });
    },
  },
];

/** Where the endpoint is not there, the real gateway asks for no token first: that order is not ours to prove. */
async function exported(board: Board, body: unknown): Promise<Reply> {
  if (board.export === 'absent') return notFound();
  if (board.export === 'refused') return failure(400, 2890002, 'invalid arg');
  const wanted =
    typeof body === 'object' && body !== null && 'export_type' in body ? body.export_type : undefined;
  if (wanted !== 'svg') return failure(400, 2890002, 'invalid arg');
  return success({ content: await contentOf(board), mime_type: 'image/svg+xml' });
}

async function contentOf({ export: kind, scene, variant }: Board): Promise<string> {
  if (kind === 'empty') return '';
  if (kind === 'not-base64') return '<svg/>';
  if (kind === 'not-svg') return Buffer.from('<html><body>Sign in</body></html>').toString('base64');
  const { bytes } = await renderPicture(scene, { format: 'svg', variant });
  return bytes.toString('base64');
}
