import { AppError } from '../errors';
import { boardExport, boardNodes, type BoardNode } from './board-content-schemas';
import type { CallOptions } from './client';
import { requireId } from './ids';
import { judgeJson } from './judge';
import { createPace } from './pacing';
import { request, type RequestDeps } from './request';

/**
 * What is on a board. A client of its own: only pages that convert pictures need it, and the background has no
 * room for it.
 */
export interface BoardContentClient {
  /**
   * The board as an SVG, as the server drew it: neither looked at nor cleaned. Scope `board:whiteboard:node:read`.
   * It is in no public document and needed for nothing, so it is tried once. Whatever it rejects with, but
   * `cancelled`, means that the caller has to make do with the board's picture; `endpoint-missing` means so for all
   * boards of this host.
   * Source: the official command-line tool, https://github.com/larksuite/cli
   */
  exportBoard(whiteboardId: string, options?: CallOptions): Promise<Blob>;
  /**
   * Everything on the board, in painting order; nothing for an empty one. Scope `board:whiteboard:node:read`.
   * Source: https://open.feishu.cn/document/docs/board-v1/whiteboard-node/list
   */
  listNodes(whiteboardId: string, options?: CallOptions): Promise<BoardNode[]>;
}

/** https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control; that of the export is in no document. */
const contentLimit = { requests: 10, windowMs: 1000 };

/** A client that holds to the API's limits over all of its calls: make one for each brand and keep it. */
export function createBoardContentClient(deps: RequestDeps): BoardContentClient {
  const paces = {
    export: createPace(contentLimit, deps.clock),
    nodes: createPace(contentLimit, deps.clock),
  };
  return {
    exportBoard: async (whiteboardId, { signal } = {}) =>
      request(deps, {
        path: `${boardPath(whiteboardId)}/export`,
        body: JSON.stringify({ export_type: 'svg' }),
        mostTries: 1,
        pace: paces.export,
        signal,
        judge: (reply, judging) => fromBase64(judgeJson(boardExport, reply, judging)),
      }),

    listNodes: async (whiteboardId, { signal } = {}) =>
      request(deps, {
        path: `${boardPath(whiteboardId)}/nodes`,
        pace: paces.nodes,
        signal,
        judge: (reply, judging) => judgeJson(boardNodes, reply, judging),
      }),
  };
}

function boardPath(whiteboardId: string): string {
  return `/open-apis/board/v1/whiteboards/${requireId(whiteboardId, 'board-id-invalid')}`;
}

/** @throws `response-not-image` when it is no base64, or nothing */
function fromBase64(content: string): Blob {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
  } catch (error) {
    throw new AppError('response-not-image', {}, { cause: error });
  }
  if (bytes.length === 0) throw new AppError('response-not-image');
  return new Blob([bytes], { type: 'image/svg+xml' });
}
