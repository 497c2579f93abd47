import type * as v from 'valibot';
import { requireId } from './ids';
import { judgeImage, judgeJson, type BoardImage } from './judge';
import { createPace, paceLimits, type Pace } from './pacing';
import { walkPages, type ListingPage } from './pages';
import { request, type RequestDeps } from './request';
import {
  blockListing,
  documentReply,
  userInfoReply,
  wikiListing,
  wikiNodeReply,
  type DocumentInfo,
  type DocxBlock,
  type UserInfo,
  type WikiNode,
} from './schemas';

export interface CallOptions {
  /** Ends the call with `cancelled`, at whatever it is. */
  signal?: AbortSignal | undefined;
}

/**
 * The Open API of one brand, for one signed-in identity. Every call rejects with an `AppError`: what the
 * server refused with, what the way to it did (`network-failed`, `timed-out`, `rate-limited` …), `cancelled`,
 * or that there is no token (`not-signed-in`).
 */
export interface FeishuClient {
  /**
   * The picture of a board, as the server has it. Scope `board:whiteboard:node:read`.
   * Source: https://open.feishu.cn/document/docs/board-v1/whiteboard/download_as_image
   */
  downloadBoardImage(whiteboardId: string, options?: CallOptions): Promise<BoardImage>;
  /** https://open.feishu.cn/document/server-docs/docs/docs/docx-v1/document/get. Scope `docx:document:readonly`. */
  getDocument(documentId: string, options?: CallOptions): Promise<DocumentInfo>;
  /**
   * All blocks in document order, a page at a time. Scope `docx:document:readonly`.
   * Source: https://open.feishu.cn/document/server-docs/docs/docs/docx-v1/document/list
   */
  listBlocks(documentId: string, options?: CallOptions): AsyncIterable<DocxBlock[]>;
  /**
   * All blocks below one block, parents before their children. Scope `docx:document:readonly`.
   * Source: https://open.feishu.cn/document/server-docs/docs/docs/docx-v1/document-block/get-2
   */
  listDescendants(documentId: string, blockId: string, options?: CallOptions): AsyncIterable<DocxBlock[]>;
  /** https://open.feishu.cn/document/server-docs/docs/wiki-v2/space-node/get_node. Scope `wiki:node:read`. */
  getWikiNode(nodeToken: string, options?: CallOptions): Promise<WikiNode>;
  /**
   * The nodes directly below a node, or without one the top of the space. Scope `wiki:node:retrieve`.
   * Source: https://open.feishu.cn/document/server-docs/docs/wiki-v2/space-node/list
   */
  listWikiChildren(
    spaceId: string,
    parentNodeToken?: string,
    options?: CallOptions,
  ): AsyncIterable<WikiNode[]>;
  /**
   * Whose token it is; user tokens only. No scope.
   * Source: https://open.feishu.cn/document/server-docs/authentication-management/login-state-management/get
   */
  getUserInfo(options?: CallOptions): Promise<UserInfo>;
}

/** A client that holds to the API's limits over all of its calls: make one for each brand and keep it. */
export function createFeishuClient(deps: RequestDeps): FeishuClient {
  const { clock } = deps;
  const paces = {
    boards: createPace(paceLimits.boards, clock),
    docx: createPace(paceLimits.docx, clock),
    wiki: createPace(paceLimits.wiki, clock),
    account: createPace(paceLimits.account, clock),
  };

  function getJson<T>(
    pace: Pace,
    path: string,
    query: Readonly<Record<string, string>>,
    dataSchema: v.GenericSchema<unknown, T>,
    { signal }: CallOptions = {},
  ): Promise<T> {
    return request(deps, {
      path,
      query,
      pace,
      signal,
      judge: (reply, judging) => judgeJson(dataSchema, reply, judging),
    });
  }

  function list<T>(
    pace: Pace,
    path: string,
    query: Readonly<Record<string, string>>,
    schema: v.GenericSchema<unknown, ListingPage<T>>,
    options?: CallOptions,
  ): AsyncIterable<T[]> {
    return walkPages((token) =>
      getJson(pace, path, token === undefined ? query : { ...query, page_token: token }, schema, options),
    );
  }

  return {
    async downloadBoardImage(whiteboardId, { signal } = {}) {
      const path = `/open-apis/board/v1/whiteboards/${requireId(whiteboardId, 'board-id-invalid')}/download_as_image`;
      return request(deps, { path, pace: paces.boards, signal, judge: judgeImage });
    },

    async getDocument(documentId, options) {
      return getJson(paces.docx, documentPath(documentId), {}, documentReply, options);
    },

    async *listBlocks(documentId, options) {
      const path = `${documentPath(documentId)}/blocks`;
      yield* list(paces.docx, path, { page_size: '500' }, blockListing, options);
    },

    async *listDescendants(documentId, blockId, options) {
      const path = `${documentPath(documentId)}/blocks/${requireId(blockId, 'document-id-invalid')}/children`;
      const query = { page_size: '500', with_descendants: 'true' };
      yield* list(paces.docx, path, query, blockListing, options);
    },

    async getWikiNode(nodeToken, options) {
      requireId(nodeToken, 'wiki-node-invalid');
      const query = { token: nodeToken, obj_type: 'wiki' };
      return getJson(paces.wiki, '/open-apis/wiki/v2/spaces/get_node', query, wikiNodeReply, options);
    },

    async *listWikiChildren(spaceId, parentNodeToken, options) {
      const path = `/open-apis/wiki/v2/spaces/${requireId(spaceId, 'wiki-node-invalid')}/nodes`;
      if (parentNodeToken !== undefined) requireId(parentNodeToken, 'wiki-node-invalid');
      const parent = parentNodeToken === undefined ? {} : { parent_node_token: parentNodeToken };
      yield* list(paces.wiki, path, { page_size: '50', ...parent }, wikiListing, options);
    },

    async getUserInfo(options) {
      return getJson(paces.account, '/open-apis/authen/v1/user_info', {}, userInfoReply, options);
    },
  };
}

function documentPath(documentId: string): string {
  return `/open-apis/docx/v1/documents/${requireId(documentId, 'document-id-invalid')}`;
}
