import { Domain, withUserAccessToken } from '@larksuiteoapi/node-sdk';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { sdkFor } from './sdk';
import { useFeishu } from './started';
import * as flows from './sign-in-flows';
import {
  boardIds,
  deletedId,
  documentId,
  larkDocumentId,
  longId,
  poorApp,
  redirectUrl,
  secretId,
  sourceId,
  tokens,
} from './world';

const feishu = useFeishu();
const asUser = withUserAccessToken(tokens.user);

/** What the SDK throws for an error status: an axios error. */
async function refusalOf(call: Promise<unknown>): Promise<{ status: unknown; data: unknown }> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  const response = error instanceof Error && 'response' in error ? error.response : undefined;
  if (typeof response !== 'object' || response === null) throw new Error('The call was not refused.');
  return { status: 'status' in response && response.status, data: 'data' in response && response.data };
}

describe('the official SDK', () => {
  it.each([
    ['png', 'image/png', [0x89, 0x50, 0x4e, 0x47]],
    ['jpeg', 'image/jpeg', [0xff, 0xd8, 0xff]],
    ['gif', 'image/gif', [0x47, 0x49, 0x46, 0x38]],
    ['svg', 'image/svg+xml', [0x3c]],
    ['mislabelled', 'image/png', [0xff, 0xd8, 0xff]],
  ] as const)('downloads the picture of a board: %s', async (name, type, magic) => {
    const reply = await sdkFor(feishu()).board.v1.whiteboard.downloadAsImage(
      { path: { whiteboard_id: boardIds[name] } },
      asUser,
    );
    const bytes = await buffer(reply.getReadableStream());
    expect(reply.headers['content-type']).toBe(type);
    expect([...bytes.subarray(0, magic.length)]).toEqual(magic);
    expect(bytes.length).toBe(Number(reply.headers['content-length']));
  });

  it('iterates over all pages of a long document', async () => {
    const iterator = await sdkFor(feishu()).docx.v1.documentBlock.listWithIterator(
      { path: { document_id: longId }, params: { page_size: 500 } },
      asUser,
    );
    const sizes: number[] = [];
    const ids = new Set<string | undefined>();
    for await (const page of iterator) {
      const items = page?.items ?? [];
      sizes.push(items.length);
      for (const item of items) ids.add(item.block_id);
    }
    expect(sizes).toEqual([500, 500, 101]);
    expect(ids.size).toBe(1101);
  });

  it('lists blocks in document order with boards among them', async () => {
    const reply = await sdkFor(feishu()).docx.v1.documentBlock.list(
      { path: { document_id: documentId } },
      asUser,
    );
    const items = reply.data?.items ?? [];
    expect(items[0]).toMatchObject({ block_id: documentId, parent_id: '', block_type: 1 });
    expect(items.map((item) => item.block_type)).toEqual([
      1, 4, 43, 2, 24, 25, 43, 25, 2, 31, 32, 43, 32, 19, 43, 50, 43, 43, 43, 43, 999,
    ]);
    expect(items[1]).toMatchObject({ heading2: { elements: [{ text_run: { content: '支付流程' } }] } });
    expect(items[2]).toMatchObject({
      parent_id: items[1]?.block_id,
      board: { token: boardIds.png, width: 820 },
    });
    expect(items[3]).toHaveProperty('text');
    expect(items[3]).not.toHaveProperty('text.elements');
    expect(items[9]).toMatchObject({ table: { cells: [items[10]?.block_id, items[12]?.block_id] } });
    expect(items[15]).toMatchObject({ reference_synced: { source_document_id: sourceId } });
    expect(items[15]).not.toHaveProperty('children');
  });

  it('reads a synced block through the document that owns it', async () => {
    const client = sdkFor(feishu());
    const path = { document_id: sourceId, block_id: 'SourceBlock0000000000000001' };
    const deep = await client.docx.v1.documentBlockChildren.get(
      { path, params: { with_descendants: true } },
      asUser,
    );
    expect(deep.data?.items?.map((item) => item.block_type)).toEqual([5, 43, 2]);
    const shallow = await client.docx.v1.documentBlockChildren.get({ path }, asUser);
    expect(shallow.data?.items?.map((item) => item.block_type)).toEqual([5, 2]);
  });

  it('reads the title of a document', async () => {
    const reply = await sdkFor(feishu()).docx.v1.document.get({ path: { document_id: documentId } }, asUser);
    expect(reply.data?.document).toMatchObject({ document_id: documentId, title: '系统设计' });
  });

  it('resolves a wiki node to its document', async () => {
    const reply = await sdkFor(feishu()).wiki.v2.space.getNode({ params: { token: 'wikiRoot' } }, asUser);
    expect(reply.data?.node).toMatchObject({
      obj_token: documentId,
      obj_type: 'docx',
      node_type: 'origin',
      has_child: true,
      title: 'Root',
    });
  });

  it('says who the user is', async () => {
    const reply = await sdkFor(feishu()).authen.v1.userInfo.get({}, asUser);
    expect(reply.data).toMatchObject({
      name: '陈晓',
      en_name: 'Chen Xiao',
      open_id: 'ou_chen',
      tenant_key: 'acme',
    });
  });

  it('fetches a tenant token by itself and reads only what the app was added to', async () => {
    const client = sdkFor(feishu());
    const download = (id: string): Promise<unknown> =>
      client.board.v1.whiteboard.downloadAsImage({ path: { whiteboard_id: id } });
    await expect(download(boardIds.png)).resolves.toBeDefined();
    expect((await refusalOf(download(boardIds.jpeg))).status).toBe(403);
    expect(feishu().requests.map(({ path }) => path)).toContain(
      '/open-apis/auth/v3/tenant_access_token/internal',
    );
  });

  it('is refused when the secret is wrong', async () => {
    const client = sdkFor(feishu(), Domain.Feishu, { id: 'cli_proof', secret: 'guess' });
    await expect(client.docx.v1.document.get({ path: { document_id: documentId } })).rejects.toThrow(/10015/);
  });

  it('meets Lark as a world of its own', async () => {
    const lark = sdkFor(feishu(), Domain.Lark);
    const asKim = withUserAccessToken(tokens.lark);
    const reply = await lark.docx.v1.document.get({ path: { document_id: larkDocumentId } }, asKim);
    expect(reply.data?.document?.title).toBe('At Lark');
    const stranger = await refusalOf(
      lark.docx.v1.document.get({ path: { document_id: documentId } }, asUser),
    );
    expect(stranger).toMatchObject({ status: 400, data: { code: 99991668 } });
  });

  it('gets the error codes as the gateway and the board give them', async () => {
    const client = sdkFor(feishu());
    const listing = client.docx.v1.document.get(
      { path: { document_id: documentId } },
      withUserAccessToken(poorApp.token),
    );
    expect(await refusalOf(listing)).toMatchObject({ status: 400, data: { code: 99991672 } });
    const missing = client.docx.v1.document.get({ path: { document_id: 'x'.repeat(27) } }, asUser);
    expect(await refusalOf(missing)).toMatchObject({ status: 404, data: { code: 1770002, error: {} } });
  });

  it('runs into the rate limit of documents', async () => {
    const client = sdkFor(feishu());
    const calls = Array.from({ length: 6 }, () =>
      client.docx.v1.document.get({ path: { document_id: documentId } }, asUser),
    );
    const outcomes = await Promise.allSettled(calls);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(feishu().requests.filter(({ code }) => code === 99991400)).toHaveLength(1);
  });

  it('takes a code for tokens and refreshes them', async () => {
    const { accessToken } = sdkFor(feishu());
    const code = await flows.takeCode(feishu());
    const first = await accessToken.retrieveByAuthorizationCode({ code, redirectUri: redirectUrl });
    expect(first).toMatchObject({ tokenType: 'Bearer', expiresIn: 7200, scope: flows.allScopes });
    const second = await accessToken.refresh({ refreshToken: first.refreshToken ?? '' });
    expect(second.accessToken).not.toBe(first.accessToken);
    const again = accessToken.refresh({ refreshToken: first.refreshToken ?? '' });
    await expect(again).rejects.toMatchObject({ statusCode: 400, code: 20073, error: 'invalid_grant' });
    const reply = await sdkFor(feishu()).docx.v1.document.get(
      { path: { document_id: documentId } },
      withUserAccessToken(second.accessToken),
    );
    expect(reply.code).toBe(0);
  });

  it('reads titles in bulk, and learns which it cannot have', async () => {
    const reply = await sdkFor(feishu()).drive.v1.meta.batchQuery(
      {
        data: {
          request_docs: [
            { doc_token: documentId, doc_type: 'docx' },
            { doc_token: 'wikiRoot', doc_type: 'wiki' },
            { doc_token: secretId, doc_type: 'docx' },
            { doc_token: deletedId, doc_type: 'docx' },
          ],
          with_url: true,
        },
      },
      asUser,
    );
    expect(reply.data?.metas).toEqual([
      expect.objectContaining({
        doc_token: documentId,
        doc_type: 'docx',
        title: '系统设计',
        latest_modify_time: expect.stringMatching(/^\d{10}$/) as string,
        url: `https://acme.feishu.cn/docx/${documentId}`,
      }),
      expect.objectContaining({ doc_token: 'wikiRoot', title: 'Root' }),
    ]);
    expect(reply.data?.failed_list).toEqual([
      { token: secretId, code: 970003 },
      { token: deletedId, code: 970005 },
    ]);
  });
});
