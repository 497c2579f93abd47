import { describe, expect, it } from 'vitest';
import { AppError, type ErrorCode } from '../../../components/errors';
import type { DocxBlock } from '../../../components/feishu/schemas';
import { findBoards, type FoundBoards } from '../../../components/finding/find-boards';
import type { ListingClient } from '../../../components/finding/list-document';
import {
  token,
  wiki,
  title,
  heading,
  board,
  knownWith,
  later,
  setUp,
  showing,
  lastOf,
  idsOf,
} from './find-world';

describe('findBoards', () => {
  it('shows what page and last list know before the API has answered', async () => {
    const server = later<DocxBlock[][]>();
    const { deps } = setUp({ pages: server.promise, known: knownWith('a', 'b'), page: showing('b', 'x') });
    const found = findBoards(deps);
    const early: FoundBoards[] = [];
    for await (const one of found) {
      early.push(one);
      if (idsOf(one) === 'abx') server.give([[title, board('a'), board('b'), board('x')]]);
    }
    const quick = early.find((one) => idsOf(one) === 'abx' && !one.settled);
    expect(quick).toMatchObject({ title: 'As shown', documentId: token, complete: false });
    expect(quick?.boards.map(({ mounted }) => mounted)).toEqual([false, true, true]);
    expect(early.at(-1)).toMatchObject({ title: 'From the API', settled: true, complete: true });
  });

  it('ends with the list of the API, and remembers it', async () => {
    const { deps, clock, kept } = setUp({
      pages: [
        [title, board('a')],
        [heading, board('b')],
      ],
      known: knownWith('gone', 'a'),
      page: showing('b'),
    });
    const last = await lastOf(deps);
    expect(last).toEqual({
      title: 'From the API',
      documentId: token,
      settled: true,
      complete: true,
      boards: [
        { blockId: 'a', whiteboardId: 'w-a', number: 1, mounted: false },
        { blockId: 'b', whiteboardId: 'w-b', heading: 'One', number: 2, mounted: true },
      ],
    });
    expect(kept).toEqual([
      {
        documentId: token,
        title: 'From the API',
        boards: last.boards.map((one) => ({ ...one, mounted: false })),
        isWhole: true,
        listedAt: clock.now(),
      },
    ]);
  });

  it('follows a wiki node to its document', async () => {
    const { deps, asked } = setUp({
      address: wiki,
      pages: [[board('a')]],
      page: async () => ({ url: `https://acme.feishu.cn/wiki/${token}`, title: '', mountedBlockIds: ['a'] }),
    });
    const last = await lastOf(deps);
    expect(last).toMatchObject({ title: 'Of the node', documentId: 'doxcnOfTheNode', complete: true });
    expect(last.boards[0]?.mounted).toBe(true);
    expect(asked).toEqual([`node ${token}`, 'blocks doxcnOfTheNode']);
  });

  it('says of a node that is no document that it is none', async () => {
    const { deps, asked } = setUp({ address: wiki, node: { objType: 'sheet' } });
    expect((await lastOf(deps)).problem).toEqual({ code: 'wiki-node-not-document' });
    expect(asked).toEqual([`node ${token}`]);
  });

  it.each<ErrorCode>(['document-forbidden', 'app-scope-missing', 'network-failed', 'rate-limited'])(
    'keeps the quick list and says why when the API fails with %s',
    async (code) => {
      const { deps, kept } = setUp({
        pages: [],
        listingFails: code,
        known: knownWith('a'),
        page: showing('b'),
      });
      const last = await lastOf(deps);
      expect(last).toMatchObject({
        title: 'As shown',
        complete: false,
        problem: { code, details: { status: 403 } },
      });
      expect(idsOf(last)).toBe('ab');
      expect(kept).toEqual([]);
    },
  );

  it('keeps what the API told before it failed, and the last list for the rest', async () => {
    const { deps } = setUp({
      pages: [[title, board('new'), board('a')]],
      listingFails: 'network-failed',
      known: knownWith('a', 'b'),
    });
    const last = await lastOf(deps);
    expect(last.boards.map(({ blockId, number }) => [blockId, number])).toEqual([
      ['new', 1],
      ['a', 2],
      ['b', 3],
    ]);
    expect(last.complete).toBe(false);
  });

  it('lists what the page has mounted for somebody who is not signed in', async () => {
    const { deps, asked } = setUp({ signedIn: false, known: knownWith('secret'), page: showing('a') });
    const last = await lastOf(deps);
    expect(last).toMatchObject({ title: 'As shown', complete: false, problem: { code: 'not-signed-in' } });
    expect(idsOf(last)).toBe('a');
    expect(asked).toEqual([]);
  });

  it('does not call a list complete that lacks a mounted board or the content of a synced copy', async () => {
    const extra = setUp({ pages: [[title, board('a')]], page: showing('a', 'x') });
    expect(await lastOf(extra.deps)).toMatchObject({
      complete: false,
      boards: [{ blockId: 'a' }, { blockId: 'x' }],
    });
    const copy = setUp({ pages: [[title, board('a'), { block_id: 'c', block_type: 50 }]] });
    expect(await lastOf(copy.deps)).toMatchObject({
      complete: false,
      gap: { code: 'list-maybe-incomplete' },
    });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['cannot be reached', () => Promise.reject(new AppError('page-unreachable'))],
    ['answers nonsense', async () => ({ url: 7 })],
    ['answers with ids that are none', showing('../x')],
    [
      'has gone on to another document',
      async () => ({
        url: 'https://acme.feishu.cn/docx/AnotherDocumentOfThisKind12',
        title: 'Another',
        mountedBlockIds: ['x'],
      }),
    ],
  ])('does without a page that %s', async (_, page) => {
    const { deps } = setUp({ pages: [[board('a')]], page, known: knownWith('a') });
    const last = await lastOf(deps);
    expect(last).toMatchObject({ title: 'As it was', complete: true });
    expect(idsOf(last)).toBe('a');
  });

  it('gives a page that does not answer 3 s', async () => {
    const { deps, clock } = setUp({ pages: [[title, board('a')]], page: () => new Promise(() => undefined) });
    const start = clock.now();
    const last = await clock.runUntil(lastOf(deps));
    expect(last.complete).toBe(true);
    expect(clock.now() - start).toBe(3000);
  });

  it('does without a store that fails', async () => {
    const { deps } = setUp({ pages: [[title, board('a')]] });
    const broken = { get: () => Promise.reject(new Error()), put: () => Promise.reject(new Error()) };
    expect(await lastOf({ ...deps, known: broken })).toMatchObject({
      complete: true,
      boards: [{ blockId: 'a' }],
    });
  });

  it('drops what comes after an abort, and remembers nothing', async () => {
    const abort = new AbortController();
    const server = later<DocxBlock[][]>();
    const { deps, kept } = setUp({ pages: server.promise, known: knownWith('a'), signal: abort.signal });
    const seen: FoundBoards[] = [];
    for await (const one of findBoards(deps)) {
      seen.push(one);
      abort.abort();
      server.give([[title, board('late')]]);
    }
    expect(seen).toHaveLength(1);
    expect(seen[0]?.settled).toBe(false);
    expect(kept).toEqual([]);
  });

  it('stops asking when nobody listens any more', async () => {
    const { deps } = setUp({ pages: later<DocxBlock[][]>().promise });
    let signal: AbortSignal | undefined;
    const client: ListingClient = {
      getWikiNode: () => Promise.reject(new AppError('unexpected')),
      async *listDescendants() {},
      async *listBlocks(_, options) {
        signal = options?.signal;
        yield [title];
        await new Promise(() => undefined);
      },
    };
    for await (const one of findBoards({ ...deps, signedIn: { client, accountId: 'ou_1' } })) {
      if (one.title) break;
    }
    expect(signal?.aborted).toBe(true);
  });
});
