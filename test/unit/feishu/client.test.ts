import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../components/errors';
import type { FeishuClient } from '../../../components/feishu/client';
import { maxBodyBytes } from '../../../components/feishu/read-body';
import { bytes, json, networkDown, ok, silence, type Scripted } from '../fakes/scripted-fetch';
import { all, boardId, codeOf, documentId, failureIn, png, setUp } from './setup';

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

describe('downloadBoardImage', () => {
  it('hands over the bytes and what the server calls them', async () => {
    const { client, clock } = setUp([bytes(png, 'Image/PNG; charset=binary')]);
    const { blob, claimedType } = await clock.runUntil(client.downloadBoardImage(boardId));
    expect(claimedType).toBe('image/png');
    expect(blob.type).toBe('image/png');
    expect(new Uint8Array(await blob.arrayBuffer())).toEqual(png);
  });

  it('hands over a picture without a type', async () => {
    const { client, clock } = setUp([bytes(png)]);
    const { blob, claimedType } = await clock.runUntil(client.downloadBoardImage(boardId));
    expect(claimedType).toBeUndefined();
    expect(blob.size).toBe(png.length);
  });

  const refusal = { code: 2890003, msg: 'record missing' };

  it.each<[string, Response]>([
    ['status 400', json(refusal, 400)],
    ['status 200', json(refusal)],
    ['status 200 and an image’s type', json(refusal, 200, { 'content-type': 'image/png' })],
    ['status 200 and no type', new Response(new TextEncoder().encode(` \n${JSON.stringify(refusal)}`))],
    ['status 400 and an unknown type', json(refusal, 400, { 'content-type': 'application/octet-stream' })],
  ])('takes JSON with a code for an error, with %s', async (_, reply) => {
    const { client, clock, sent } = setUp([reply]);
    const error = await clock.runUntil(failureIn(client.downloadBoardImage(boardId)));
    expect(error.code).toBe('board-missing');
    expect(error.details.apiCode).toBe(2890003);
    expect(sent).toHaveLength(1);
  });

  it.each<[string, Response]>([
    [
      'a web page',
      new Response('<!doctype html>', { headers: { 'content-type': 'text/html; charset=utf-8' } }),
    ],
    ['nothing', new Response(null, { status: 200 })],
    ['JSON that is no error', ok({ content: 'PHN2Zz4=' })],
  ])('does not take %s for a picture', async (_, reply) => {
    const { client, clock } = setUp([reply]);
    expect(await clock.runUntil(codeOf(client.downloadBoardImage(boardId)))).toBe('response-not-image');
  });

  it('refuses a body that is announced as larger than 100 MB without reading it', async () => {
    let isRead = false;
    const body = new ReadableStream(
      {
        pull(controller) {
          isRead = true;
          controller.enqueue(png);
        },
      },
      { highWaterMark: 0 },
    );
    const { client, clock, sent } = setUp([
      new Response(body, { headers: { 'content-length': String(maxBodyBytes + 1) } }),
    ]);
    expect(await clock.runUntil(codeOf(client.downloadBoardImage(boardId)))).toBe('response-too-large');
    expect(isRead).toBe(false);
    expect(sent).toHaveLength(1);
  });

  it('stops reading a body that turns out larger than 100 MB', async () => {
    const piece = new Uint8Array(25_000_000);
    let pieces = 0;
    let isCancelled = false;
    const body = new ReadableStream(
      {
        pull(controller) {
          pieces++;
          controller.enqueue(piece);
        },
        cancel() {
          isCancelled = true;
        },
      },
      { highWaterMark: 0 },
    );
    const { client, clock } = setUp([new Response(body)]);
    expect(await clock.runUntil(codeOf(client.downloadBoardImage(boardId)))).toBe('response-too-large');
    expect(pieces).toBe(5);
    expect(isCancelled).toBe(true);
  });

  it('asks again when a body is shorter than announced', async () => {
    const { client, clock, sent } = setUp([
      bytes(png.slice(0, 5), 'image/png', { 'content-length': String(png.length) }),
      bytes(png, 'image/png', { 'content-length': String(png.length) }),
    ]);
    const { blob } = await clock.runUntil(client.downloadBoardImage(boardId));
    expect(blob.size).toBe(png.length);
    expect(sent).toHaveLength(2);
  });

  it('does not hold the length of a packed body against it', async () => {
    const { client, clock } = setUp([
      bytes(png, 'image/png', { 'content-length': '999', 'content-encoding': 'gzip' }),
    ]);
    expect((await clock.runUntil(client.downloadBoardImage(boardId))).blob.size).toBe(png.length);
  });

  it('gives up on bodies that break off again and again', async () => {
    const broken = (): Response => {
      const pieces = [png];
      return new Response(
        new ReadableStream({
          pull(controller) {
            const piece = pieces.shift();
            if (piece) controller.enqueue(piece);
            else controller.error(new TypeError('terminated'));
          },
        }),
      );
    };
    const { client, clock, sent } = setUp([broken]);
    expect(await clock.runUntil(codeOf(client.downloadBoardImage(boardId)))).toBe('response-cut-short');
    expect(sent).toHaveLength(4);
  });
});

describe('retries', () => {
  it('waits out a rate limit for as long as the server says', async () => {
    const { client, clock, sent } = setUp([
      json({ code: 2890006, msg: 'too many request' }, 429, { 'x-ogw-ratelimit-reset': '3' }),
      bytes(png),
    ]);
    const start = clock.now();
    await clock.runUntil(client.downloadBoardImage(boardId));
    expect(clock.now() - start).toBe(3000);
    expect(sent).toHaveLength(2);
  });

  it('knows a rate limit that comes as HTTP 400', async () => {
    const { client, clock, sent } = setUp([
      json({ code: 99991400, msg: 'request trigger frequency limit' }, 400, { 'retry-after': '1' }),
      ok({ document: { document_id: documentId, title: 'T', revision_id: 7 } }),
    ]);
    const start = clock.now();
    const document = await clock.runUntil(client.getDocument(documentId));
    expect(document).toEqual({ documentId, title: 'T', revisionId: 7 });
    expect(clock.now() - start).toBe(1000);
    expect(sent).toHaveLength(2);
  });

  it('makes the whole family wait, and only it', async () => {
    const start: number[] = [];
    const { client, clock } = setUp([
      json({ code: 99991400 }, 400, { 'x-ogw-ratelimit-reset': '5' }),
      () => {
        start.push(clock.now());
        return ok({ document: { document_id: documentId }, open_id: 'ou_1' });
      },
    ]);
    const begin = clock.now();
    const first = client.getDocument(documentId);
    await clock.advance(0);
    const second = client.getDocument(documentId);
    const other = client.getUserInfo();
    await clock.runUntil(Promise.all([first, second, other]));
    expect(start.map((time) => time - begin)).toEqual([0, 5000, 5000]);
  });

  it('gives up on a rate limit that does not end', async () => {
    const { client, clock, sent } = setUp([() => json({ code: 99991400 }, 429)]);
    const error = await clock.runUntil(failureIn(client.downloadBoardImage(boardId)));
    expect(error.code).toBe('rate-limited');
    expect(sent).toHaveLength(6);
  });

  it('does not wait for a server that asks for minutes, but says for how long', async () => {
    const { client, clock, sent } = setUp([json({ code: 99991400 }, 429, { 'retry-after': '3600' })]);
    const error = await clock.runUntil(failureIn(client.downloadBoardImage(boardId)));
    expect(error.code).toBe('rate-limited');
    expect(error.details.retryAfterMs).toBe(3_600_000);
    expect(sent).toHaveLength(1);
  });

  it.each<[string, Scripted]>([
    ['server-error', () => json({ code: 2891001 }, 500)],
    ['server-error', () => new Response('Bad Gateway', { status: 502 })],
    ['server-error', () => json({ code: 1771001 })],
    ['network-failed', networkDown],
  ])('tries again after %s, later each time', async (code, scripted) => {
    const { client, clock, sent } = setUp([scripted]);
    const start = clock.now();
    expect(await clock.runUntil(codeOf(client.downloadBoardImage(boardId)))).toBe(code);
    expect(sent).toHaveLength(4);
    // Randomness is in the middle: between half and all of 500, 1000 and 2000 ms.
    expect(clock.now() - start).toBe(375 + 750 + 1500);
  });

  it('recovers when the server does', async () => {
    const { client, clock } = setUp([networkDown, json({ code: 2891001 }, 500), bytes(png)]);
    expect((await clock.runUntil(client.downloadBoardImage(boardId))).blob.size).toBe(png.length);
  });

  it('says that the server failed, where the browser would not ask it again', async () => {
    const { client, clock } = setUp([json({ code: 2891001 }, 500), networkDown, networkDown, networkDown]);
    const error = await clock.runUntil(failureIn(client.downloadBoardImage(boardId)));
    expect(error).toMatchObject({ code: 'server-error', details: { apiCode: 2891001 } });
  });

  it('heeds Retry-After of a server that is down', async () => {
    const { client, clock } = setUp([json({}, 503, { 'retry-after': '9' }), bytes(png)]);
    const start = clock.now();
    await clock.runUntil(client.downloadBoardImage(boardId));
    expect(clock.now() - start).toBe(9000);
  });

  it.each([
    [400, 2890001],
    [400, 2890003],
    [401, 2890004],
    [403, 2890005],
    [400, 131001],
    [400, 99991663],
    [400, 99991668],
    [401, 99991677],
    [400, 99991672],
    [404, 1770002],
    [400, 4711],
  ])('never repeats what was refused with HTTP %d and code %d', async (status, code) => {
    const { client, clock, sent } = setUp([json({ code }, status)]);
    await clock.runUntil(failureIn(client.downloadBoardImage(boardId)));
    expect(sent).toHaveLength(1);
    expect(clock.slept.filter((ms) => ms < 25_000)).toEqual([]);
  });

  it('asks for the token before each try', async () => {
    const tokens = ['u-old', 'u-new'];
    const { client, clock, sent } = setUp([networkDown, bytes(png)], {
      getToken: async () => tokens.shift() ?? '',
    });
    await clock.runUntil(client.downloadBoardImage(boardId));
    expect(sent.map(({ init }) => new Headers(init.headers).get('authorization'))).toEqual([
      'Bearer u-old',
      'Bearer u-new',
    ]);
  });

  it('asks nothing while nobody is signed in', async () => {
    const { client, sent } = setUp([], { getToken: () => Promise.reject(new AppError('not-signed-in')) });
    expect(await codeOf(client.getUserInfo())).toBe('not-signed-in');
    expect(sent).toEqual([]);
  });
});

describe('time and cancelling', () => {
  it('gives a silent server 25 s, twice', async () => {
    const { client, clock, sent } = setUp([silence]);
    const start = clock.now();
    expect(await clock.runUntil(codeOf(client.getUserInfo()))).toBe('timed-out');
    expect(sent).toHaveLength(2);
    expect(clock.now() - start).toBe(25_000 + 375 + 25_000);
  });

  it('gives a body that stalls 25 s, and a slow one that keeps coming all the time that it needs', async () => {
    const slow = (pieces: number): Response => {
      let left = pieces;
      return new Response(
        new ReadableStream(
          {
            async pull(controller) {
              if (left-- === 0) return controller.close();
              await clock.sleep(20_000);
              controller.enqueue(png);
            },
          },
          { highWaterMark: 0 },
        ),
      );
    };

    const stalled = (): Response =>
      new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }));
    const { client, clock } = setUp([() => slow(4), stalled]);
    const { blob } = await clock.runUntil(client.downloadBoardImage(boardId));
    expect(blob.size).toBe(4 * png.length);
    expect(await clock.runUntil(codeOf(client.downloadBoardImage(boardId)))).toBe('timed-out');
  });

  it('asks nothing when cancelled before', async () => {
    const { client, sent } = setUp([]);
    expect(await codeOf(client.downloadBoardImage(boardId, { signal: AbortSignal.abort() }))).toBe(
      'cancelled',
    );
    expect(sent).toEqual([]);
  });

  it.each<[string, Scripted]>([
    ['waiting for an answer', silence],
    ['reading a body', new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }))],
    ['waiting out a rate limit', json({ code: 99991400 }, 429, { 'retry-after': '60' })],
    ['waiting to try again', networkDown],
  ])('stops at once when cancelled while %s', async (_, scripted) => {
    const { client, clock, sent } = setUp([scripted]);
    const start = clock.now();
    const abort = new AbortController();
    const code = codeOf(client.downloadBoardImage(boardId, { signal: abort.signal }));
    await clock.advance(10);
    abort.abort();
    expect(await code).toBe('cancelled');
    expect(sent).toHaveLength(1);
    expect(clock.now() - start).toBe(10);
  });

  it('keeps to 5 document requests a second', async () => {
    const { client, clock, sent } = setUp([() => ok({ document: { document_id: documentId } })]);
    const start = clock.now();
    const calls = Promise.all(Array.from({ length: 12 }, () => client.getDocument(documentId)));
    await clock.advance(0);
    expect(sent).toHaveLength(5);
    await clock.runUntil(calls);
    // A little below the limit: the server counts arrivals, not starts.
    expect(clock.now() - start).toBeGreaterThanOrEqual(2000);
    expect(clock.now() - start).toBeLessThan(2100);
  });
});

describe('listings', () => {
  const block = (id: string) => ({ block_id: id, block_type: 2 });

  it('follows pages to the end, passing over empty ones', async () => {
    const { client, clock, sent } = setUp([
      ok({ items: [block('a')], has_more: true, page_token: 'p=1' }),
      ok({ items: [], has_more: true, page_token: 'p2' }),
      ok({ has_more: true, page_token: 'p3' }),
      ok({ items: [block('b')], has_more: false, page_token: '' }),
    ]);
    const pages = await clock.runUntil(all(client.listBlocks(documentId)));
    expect(pages.map((page) => page.map(({ block_id }) => block_id))).toEqual([['a'], ['b']]);
    expect(sent.map(({ url }) => url.searchParams.get('page_token'))).toEqual([null, 'p=1', 'p2', 'p3']);
  });

  it.each([
    ['the same page again', 'again'],
    ['no page', ''],
  ])('does not go round in circles when %s is to come next', async (_, token) => {
    const { client, clock } = setUp([() => ok({ items: [], has_more: true, page_token: token })]);
    expect(await clock.runUntil(codeOf(all(client.listWikiChildren('7'))))).toBe('list-cut-short');
  });

  it('reads blocks of every shape that the docs allow', async () => {
    const { client, clock } = setUp([
      ok({
        items: [
          {
            block_id: documentId,
            block_type: 1,
            page: { elements: [{ text_run: { content: 'T', new: 1 } }] },
          },
          { block_id: 'a', block_type: 4, heading2: {} },
          { block_id: 'b', block_type: 43 },
          { block_id: 'c', block_type: 43, board: { align: 2 } },
          { block_id: 'd', block_type: 43, board: { token: boardId, width: 10 } },
          { block_id: 'e', block_type: 43, board: { token: 7 } },
          {
            block_id: 'f',
            block_type: 50,
            reference_synced: { source_document_id: 'x', source_block_id: 'y' },
          },
          { block_id: 'g', block_type: 3, heading1: 'new shape' },
          { block_id: 'h', block_type: 3, heading1: { elements: [{ mention_user: { user_id: 'u' } }] } },
        ],
      }),
    ]);
    const [blocks] = await clock.runUntil(all(client.listBlocks(documentId)));
    expect(blocks?.map(({ board }) => board?.token)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      boardId,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(blocks?.[6]?.reference_synced).toEqual({ source_document_id: 'x', source_block_id: 'y' });
  });

  it.each<[string, Response]>([
    ['no JSON', new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    ['JSON without a code', json({ items: [] })],
    ['items that are no list', ok({ items: 'none' })],
    ['a block without an id', ok({ items: [{ block_type: 43 }] })],
    ['half of JSON', new Response('{"code":0,"data":{"items":[')],
  ])('finds %s unreadable', async (_, reply) => {
    const { client, clock } = setUp([reply]);
    expect(await clock.runUntil(codeOf(all(client.listBlocks(documentId))))).toBe('response-unreadable');
  });
});

describe('getWikiNode', () => {
  it('tells what the node shows, also for a shortcut', async () => {
    const { client, clock } = setUp([
      ok({
        node: {
          space_id: '7',
          node_token: nodeToken,
          obj_token: documentId,
          obj_type: 'docx',
          has_child: true,
          title: 'Plan',
          node_type: 'shortcut',
          origin_node_token: 'origin',
        },
      }),
    ]);
    expect(await clock.runUntil(client.getWikiNode(nodeToken))).toEqual({
      spaceId: '7',
      nodeToken,
      objToken: documentId,
      objType: 'docx',
      title: 'Plan',
      hasChild: true,
      isShortcut: true,
    });
  });
});
