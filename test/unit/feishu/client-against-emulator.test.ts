import { describe, expect, it } from 'vitest';
import { blocksToBoards } from '../../../components/boards/blocks-to-boards';
import { boardsIn } from '../../../components/boards/join-boards';
import type { Brand } from '../../../components/boards/board';
import type { ErrorCode } from '../../../components/errors';
import { createFeishuClient, type FeishuClient } from '../../../components/feishu/client';
import { ask, picturePath } from '../../feishu/proof/ask';
import { useFeishu } from '../../feishu/proof/started';
import {
  boardIds,
  deletedId,
  documentId,
  larkDocumentId,
  longId,
  poorApp,
  secretId,
  sourceId,
  tokens,
} from '../../feishu/proof/world';
import { clockOf, loopbackFetch } from '../fakes/loopback-fetch';
import { all, codeOf, failureIn } from './setup';

const feishu = useFeishu();
const path = picturePath(boardIds.png);

function clientWith(token: string = tokens.user, brand: Brand = 'feishu'): FeishuClient {
  return createFeishuClient({
    brand,
    fetch: loopbackFetch(feishu()),
    clock: clockOf(feishu()),
    random: () => 0.5,
    getToken: () => Promise.resolve(token),
  });
}

/** The first bytes of a picture, as text. */
function magicOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 6));
}

describe('pictures', () => {
  it.each([
    ['png', boardIds.png, 'image/png', /PNG/],
    ['jpeg', boardIds.jpeg, 'image/jpeg', /^ÿØÿ/],
    ['gif', boardIds.gif, 'image/gif', /^GIF8/],
    ['svg', boardIds.svg, 'image/svg+xml', /^</],
    ['jpeg that is called png', boardIds.mislabelled, 'image/png', /^ÿØÿ/],
  ])('come as %s', async (_, id, type, magic) => {
    const { bytes, claimedType } = await clientWith().downloadBoardImage(id);
    expect(claimedType).toBe(type);
    expect(magicOf(bytes)).toMatch(magic);
  });

  it.each<[string, string, string, ErrorCode]>([
    ['no picture yet', boardIds.noPicture, tokens.user, 'board-missing'],
    ['been deleted', boardIds.deleted, tokens.user, 'board-missing'],
    ['other readers', boardIds.forbidden, tokens.user, 'board-forbidden'],
    ['to be asked for with more scopes', boardIds.png, tokens.narrow, 'user-scope-missing'],
    ['to be asked for by a better app', boardIds.png, poorApp.token, 'app-scope-missing'],
    ['to be asked for with a younger token', boardIds.png, tokens.expired, 'token-expired'],
    ['to be asked for by somebody', boardIds.png, 'u-nobody', 'token-invalid'],
    ['to be asked for by some app', boardIds.png, 't-nobody', 'token-invalid'],
    ['to be asked for by its own brand', boardIds.png, tokens.lark, 'token-invalid'],
  ])('do not come of a board that has %s', async (_, id, token, code) => {
    const error = await failureIn(clientWith(token).downloadBoardImage(id));
    expect(error.code).toBe(code);
    expect(error.details.logId).toBeDefined();
    expect(feishu().requests).toHaveLength(1);
  });

  it('name the missing scope and where to grant it', async () => {
    const { details } = await failureIn(clientWith(poorApp.token).downloadBoardImage(boardIds.png));
    expect(details.scopes).toEqual(['board:whiteboard:node:read']);
    expect(details.helpUrl).toMatch(/^https:\/\/open\.feishu\.cn\//);
  });

  it.each<[string, Parameters<ReturnType<typeof feishu>['faults']['add']>[0]]>([
    ['a broken connection', { match: { path }, times: 3, kind: 'reset' }],
    ['a body that is cut short', { match: { path }, times: 3, kind: 'cut-short' }],
    ['a bad gateway', { match: { path }, times: 3, kind: 'status', status: 502 }],
    ['a rate limit', { match: { path }, times: 5, kind: 'status', status: 429, code: 2890006 }],
    [
      'a rate limit with a time',
      { match: { path }, kind: 'status', status: 429, headers: { 'x-ogw-ratelimit-reset': '2' } },
    ],
  ])('come in the end after %s', async (_, fault) => {
    feishu().faults.add(fault);
    const { bytes } = await clientWith().downloadBoardImage(boardIds.png);
    expect(magicOf(bytes)).toMatch(/PNG/);
    expect(feishu().requests).toHaveLength((fault.times ?? 1) + 1);
  });

  it.each<[ErrorCode, Parameters<ReturnType<typeof feishu>['faults']['add']>[0]]>([
    ['board-forbidden', { match: { path }, kind: 'json-200', code: 2890005 }],
    ['response-not-image', { match: { path }, kind: 'html' }],
    ['network-failed', { match: { path }, times: Infinity, kind: 'reset' }],
    ['response-cut-short', { match: { path }, times: Infinity, kind: 'cut-short' }],
    ['board-auth-failed', { match: { path }, kind: 'status', status: 401, code: 2890004 }],
  ])('do not come, but %s, when the server is so', async (code, fault) => {
    feishu().faults.add(fault);
    expect(await codeOf(clientWith().downloadBoardImage(boardIds.png))).toBe(code);
  });

  it('are left alone when cancelled', async () => {
    feishu().faults.add({ match: { path }, kind: 'delay', until: new Promise(() => undefined) });
    const abort = new AbortController();
    const code = codeOf(clientWith().downloadBoardImage(boardIds.png, { signal: abort.signal }));
    await expect.poll(() => feishu().requests.length).toBe(1);
    abort.abort();
    expect(await code).toBe('cancelled');
  });
});

describe('documents', () => {
  it('tell their boards in order, with headings', async () => {
    const blocks = (await all(clientWith().listBlocks(documentId))).flat();
    expect(blocks[0]).toMatchObject({ block_id: documentId, block_type: 1 });
    const boards = boardsIn(blocksToBoards(blocks));
    expect(boards.map(({ whiteboardId }) => whiteboardId)).toEqual([
      boardIds.png,
      boardIds.jpeg,
      boardIds.gif,
      boardIds.svg,
      boardIds.mislabelled,
      boardIds.noPicture,
      boardIds.deleted,
      boardIds.forbidden,
    ]);
    expect(boards.every(({ heading }) => heading === '支付流程')).toBe(true);
  });

  it('tell their titles', async () => {
    expect(await clientWith().getDocument(documentId)).toMatchObject({ documentId, title: '系统设计' });
    expect(await clientWith(tokens.lark, 'lark').getDocument(larkDocumentId)).toMatchObject({
      title: 'At Lark',
    });
  });

  it('come in pages where they are long', async () => {
    const pages = await all(clientWith().listBlocks(longId));
    expect(pages.map(({ length }) => length)).toEqual([500, 500, 101]);
  });

  it('tell what a synced copy shows', async () => {
    const blocks = (await all(clientWith().listBlocks(documentId))).flat();
    const copy = blocks.find(({ reference_synced }) => reference_synced)?.reference_synced;
    expect(copy?.source_document_id).toBe(sourceId);
    const shown = (await all(clientWith().listDescendants(sourceId, copy?.source_block_id ?? ''))).flat();
    expect(blocksToBoards(shown)).toMatchObject([{ whiteboardId: boardIds.png, heading: 'Synced' }]);
  });

  it.each<[string, ErrorCode]>([
    [secretId, 'document-forbidden'],
    [deletedId, 'document-deleted'],
    ['DocThatNeverWas000000000001', 'document-missing'],
  ])('refuse %s with %s', async (id, code) => {
    expect(await codeOf(clientWith().getDocument(id))).toBe(code);
  });

  it('are asked for no faster than allowed', async () => {
    const client = clientWith();
    for (let n = 0; n < 11; n++) await client.getDocument(documentId);
    expect(feishu().requests.map(({ code }) => code)).toEqual(Array.from({ length: 11 }, () => 0));
  });

  it('are waited for when somebody else has used up the limit', async () => {
    const other = (): Promise<unknown> =>
      ask(feishu(), `/open-apis/docx/v1/documents/${documentId}`, { token: tokens.user });
    for (let n = 0; n < 5; n++) await other();
    expect(await clientWith().getDocument(documentId)).toMatchObject({ title: '系统设计' });
    expect(
      feishu()
        .requests.slice(5)
        .map(({ status, code }) => [status, code]),
    ).toEqual([
      [400, 99991400],
      [200, 0],
    ]);
  });
});

describe('the wiki', () => {
  it('tells what a node and a shortcut show', async () => {
    expect(await clientWith().getWikiNode('wikiRoot')).toMatchObject({
      objToken: documentId,
      objType: 'docx',
    });
    expect(await clientWith().getWikiNode('wikiShortcut')).toMatchObject({
      objToken: documentId,
      isShortcut: true,
    });
  });

  it('lists the children that one may see', async () => {
    const children = (await all(clientWith().listWikiChildren('7000000000000000001', 'wikiRoot'))).flat();
    expect(children.map(({ nodeToken }) => nodeToken)).toEqual(['wikiSheet', 'wikiShortcut']);
  });

  it.each<[string, ErrorCode]>([
    ['wikiHidden1', 'wiki-node-forbidden'],
    ['wikiNobody', 'wiki-node-missing'],
  ])('refuses %s with %s', async (node, code) => {
    expect(await codeOf(clientWith().getWikiNode(node))).toBe(code);
  });
});

describe('the account', () => {
  it('is known by a user’s token, and not by an app’s', async () => {
    expect(await clientWith().getUserInfo()).toEqual({ openId: 'ou_chen', name: '陈晓' });
    expect(await codeOf(clientWith(tokens.app).getUserInfo())).toBe('token-invalid');
  });

  it('never shows its token in an address', async () => {
    const client = clientWith();
    await Promise.all([
      client.getUserInfo(),
      client.getWikiNode('wikiRoot'),
      client.downloadBoardImage(boardIds.png),
    ]);
    expect(feishu().requests).toHaveLength(3);
    expect(JSON.stringify(feishu().requests)).not.toContain(tokens.user);
  });
});
