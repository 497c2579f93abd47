import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeishuClient } from '../../../components/feishu/client';
import { bytes, ok, type Scripted } from '../fakes/scripted-fetch';
import { all, boardId, codeOf, documentId, png, setUp } from './setup';

const nodeToken = 'NodeTokenOfTwentySevenChars';

describe('what is sent', () => {
  it.each<[string, (client: FeishuClient) => Promise<unknown>, Scripted, string]>([
    [
      'a board’s picture',
      (client) => client.downloadBoardImage(boardId),
      bytes(png, 'image/png'),
      `/open-apis/board/v1/whiteboards/${boardId}/download_as_image`,
    ],
    [
      'a document',
      (client) => client.getDocument(documentId),
      ok({ document: { document_id: documentId } }),
      `/open-apis/docx/v1/documents/${documentId}`,
    ],
    [
      'a document’s blocks',
      (client) => all(client.listBlocks(documentId)),
      ok({}),
      `/open-apis/docx/v1/documents/${documentId}/blocks?page_size=500`,
    ],
    [
      'the blocks below one',
      (client) => all(client.listDescendants(documentId, 'blk1')),
      ok({}),
      `/open-apis/docx/v1/documents/${documentId}/blocks/blk1/children?page_size=500&with_descendants=true`,
    ],
    [
      'a wiki node',
      (client) => client.getWikiNode(nodeToken),
      ok({ node: { space_id: '7', node_token: nodeToken, obj_type: 'docx' } }),
      `/open-apis/wiki/v2/spaces/get_node?token=${nodeToken}&obj_type=wiki`,
    ],
    [
      'a node’s children',
      (client) => all(client.listWikiChildren('7034502641455497244', nodeToken)),
      ok({}),
      `/open-apis/wiki/v2/spaces/7034502641455497244/nodes?page_size=50&parent_node_token=${nodeToken}`,
    ],
    [
      'the top of a space',
      (client) => all(client.listWikiChildren('7034502641455497244')),
      ok({}),
      '/open-apis/wiki/v2/spaces/7034502641455497244/nodes?page_size=50',
    ],
    [
      'the user',
      (client) => client.getUserInfo(),
      ok({ open_id: 'ou_1', name: '小明' }),
      '/open-apis/authen/v1/user_info',
    ],
  ])('asks the documented address for %s', async (_, call, reply, path) => {
    const { client, clock, sent } = setUp([reply]);
    await clock.runUntil(call(client));
    expect(sent.map(({ url }) => url.href)).toEqual([`https://open.feishu.cn${path}`]);
  });

  it('carries the token in the Authorization header alone, to the host of its brand alone', async () => {
    const { client, clock, sent } = setUp([bytes(png)], { brand: 'lark' });
    await clock.runUntil(client.downloadBoardImage(boardId));
    const [request] = sent;
    expect(request?.url.origin).toBe('https://open.larksuite.com');
    expect(request?.url.href).not.toContain('u-secret');
    expect(request?.init).toMatchObject({
      headers: { authorization: 'Bearer u-secret' },
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
  });

  it('asks nothing for an id that cannot be one', async () => {
    const bad = fc.oneof(
      fc.constantFrom('', '.', '..', '../auth', 'a/b', 'a?b', 'a#b', 'a%2Fb', 'ü', 'a b', 'x'.repeat(65)),
      fc.string().filter((id) => !/^[A-Za-z0-9_-]{1,64}$/.test(id)),
    );
    await fc.assert(
      fc.asyncProperty(bad, async (id) => {
        const { client, sent } = setUp([]);
        expect(await codeOf(client.downloadBoardImage(id))).toBe('board-id-invalid');
        expect(await codeOf(client.getDocument(id))).toBe('document-id-invalid');
        expect(await codeOf(all(client.listBlocks(id)))).toBe('document-id-invalid');
        expect(await codeOf(all(client.listDescendants(documentId, id)))).toBe('document-id-invalid');
        expect(await codeOf(client.getWikiNode(id))).toBe('wiki-node-invalid');
        expect(await codeOf(all(client.listWikiChildren(id)))).toBe('wiki-node-invalid');
        expect(await codeOf(all(client.listWikiChildren('7', id)))).toBe('wiki-node-invalid');
        expect(sent).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
