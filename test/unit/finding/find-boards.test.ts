import { describe, expect, it } from 'vitest';
import type { Board, DocumentAddress, PageModel } from '../../../components/boards/board';
import { AppError, type ErrorCode } from '../../../components/errors';
import type { DocxBlock, WikiNode } from '../../../components/feishu/schemas';
import { findBoards, type FindBoardsDeps, type FoundBoards } from '../../../components/finding/find-boards';
import type { KnownDocument } from '../../../components/finding/known-documents';
import type { ListingClient } from '../../../components/finding/list-document';
import { createFakeClock } from '../fakes/fake-clock';

const token = 'FMnodrAcyoG0TLxDf4Ec8Ya1nJb';
const address: DocumentAddress = { brand: 'feishu', kind: 'docx', token };
const wiki: DocumentAddress = { ...address, kind: 'wiki' };

const text = (content: string) => ({ elements: [{ text_run: { content } }] });
const title: DocxBlock = { block_id: token, block_type: 1, page: text('From the API') };
const heading: DocxBlock = { block_id: 'h', block_type: 3, heading1: text('One') };
const board = (id: string): DocxBlock => ({ block_id: id, block_type: 43, board: { token: `w-${id}` } });

function knownWith(...ids: string[]): KnownDocument {
  const boards: Board[] = ids.map((blockId, index) => ({
    blockId,
    whiteboardId: `w-${blockId}`,
    number: index + 1,
    mounted: false,
  }));
  return { documentId: token, title: 'As it was', boards, listedAt: 1 };
}

/** A promise that is fulfilled by hand. */
function later<T>() {
  let give: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    give = resolve;
  });
  return { promise, give: (value: T) => give(value) };
}

interface World {
  pages?: DocxBlock[][] | Promise<DocxBlock[][]>;
  /** What the listing ends with, after its pages. */
  listingFails?: ErrorCode;
  node?: Partial<WikiNode> | ErrorCode;
  /** What the synced copies show, by document and block id. */
  copies?: Record<string, DocxBlock[] | ErrorCode>;
  page?: () => Promise<unknown>;
  model?: () => Promise<unknown>;
  known?: KnownDocument;
  signedIn?: boolean;
  address?: DocumentAddress;
  signal?: AbortSignal;
}

function setUp(world: World) {
  const clock = createFakeClock();
  const asked: string[] = [];
  const kept: KnownDocument[] = [];
  const client: ListingClient = {
    async getWikiNode(nodeToken) {
      asked.push(`node ${nodeToken}`);
      if (typeof world.node === 'string') throw new AppError(world.node);
      return {
        spaceId: '7',
        nodeToken,
        objToken: 'doxcnOfTheNode',
        objType: 'docx',
        title: 'Of the node',
        hasChild: false,
        isShortcut: false,
        ...world.node,
      };
    },
    async *listBlocks(documentId) {
      asked.push(`blocks ${documentId}`);
      yield* (await world.pages) ?? [[title]];
      if (world.listingFails) throw new AppError(world.listingFails, { status: 403 });
    },
    async *listDescendants(documentId, blockId) {
      asked.push(`below ${documentId}/${blockId}`);
      const shown = world.copies?.[`${documentId}/${blockId}`] ?? 'document-missing';
      if (typeof shown === 'string') throw new AppError(shown, { status: 403 });
      yield shown;
    },
  };
  const here = world.address ?? address;
  const deps: FindBoardsDeps = {
    address: here,
    describePage: world.page ?? (() => Promise.reject(new AppError('page-unreachable'))),
    readPageModel: world.model ?? (() => Promise.reject(new Error('No tab'))),
    signedIn: world.signedIn === false ? undefined : { client, accountId: 'ou_1' },
    known: {
      get: async () => world.known,
      put: async (_account, _address, document) => void kept.push(document),
    },
    clock,
    signal: world.signal,
  };
  return { deps, clock, asked, kept };
}

/** A page that shows these boards. */
function showing(...mountedBlockIds: string[]): () => Promise<unknown> {
  return async () => ({ url: `https://acme.feishu.cn/docx/${token}#x`, title: 'As shown', mountedBlockIds });
}

/** A page whose model holds these boards. A string is a gap. */
function holding(boards: PageModel['boards'], change: Partial<PageModel> = {}): () => Promise<unknown> {
  return async () => ({
    url: `https://acme.feishu.cn/docx/${token}`,
    documentId: token,
    title: 'In the model',
    boards,
    ...change,
  });
}

const copyOf = (block_id: string, source_document_id: string): DocxBlock => ({
  block_id,
  block_type: 50,
  reference_synced: { source_document_id, source_block_id: 's' },
});

async function collect(found: AsyncIterable<FoundBoards>): Promise<FoundBoards[]> {
  const all: FoundBoards[] = [];
  for await (const one of found) all.push(one);
  return all;
}

async function lastOf(deps: FindBoardsDeps): Promise<FoundBoards> {
  const all = await collect(findBoards(deps));
  const last = all.at(-1);
  if (!last) throw new Error('nothing was found');
  expect(last.settled).toBe(true);
  expect(all.filter(({ settled }) => settled)).toHaveLength(1);
  return last;
}

const idsOf = ({ boards }: FoundBoards): string => boards.map(({ blockId }) => blockId).join('');

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

  describe("with the page's model", () => {
    const held = { blockId: 'a', whiteboardId: 'm-a', caption: 'Caption', heading: 'Above' };

    it('finds boards and their ids without the API, and says what is to be granted', async () => {
      const { deps } = setUp({ pages: [], listingFails: 'user-scope-missing', model: holding([held, '']) });
      expect(await lastOf(deps)).toEqual({
        title: 'In the model',
        documentId: token,
        boards: [{ ...held, number: 1, mounted: false }],
        settled: true,
        complete: false,
        problem: { code: 'user-scope-missing', details: { status: 403 } },
        gap: { code: 'list-maybe-incomplete' },
      });
    });

    it('lists them before the API has answered, and keeps the captions after', async () => {
      const server = later<DocxBlock[][]>();
      const { deps, kept } = setUp({ pages: server.promise, model: holding([held]) });
      const early: FoundBoards[] = [];
      for await (const one of findBoards(deps)) {
        early.push(one);
        if (one.boards.length > 0) server.give([[title, heading, board('a')]]);
      }
      expect(early.find(({ boards }) => boards.length > 0)).toMatchObject({
        boards: [held],
        complete: false,
      });
      const amended = { ...held, whiteboardId: 'w-a', heading: 'One', number: 1, mounted: false };
      expect(early.at(-1)).toMatchObject({ boards: [amended], complete: true });
      expect(kept).toMatchObject([{ boards: [amended] }]);
    });

    it('waits for a model that comes late, while the API has nothing to tell', async () => {
      let looks = 0;
      const model = async () => (++looks < 3 ? null : holding([held])());
      const { deps, clock } = setUp({ pages: [], listingFails: 'app-scope-missing', model });
      const start = clock.now();
      expect(idsOf(await clock.runUntil(lastOf(deps)))).toBe('a');
      expect(clock.now() - start).toBe(1000);
    });

    it('waits for one that comes late for what the API may not read, too', async () => {
      let looks = 0;
      const inCopy = { ...held, inCopy: 'c' };
      const model = async () => (++looks < 3 ? null : holding([inCopy])());
      const { deps, clock } = setUp({ pages: [[title, board('b'), copyOf('c', 'secret')]], model });
      expect(idsOf(await clock.runUntil(lastOf(deps)))).toBe('ba');
    });

    it('gives a model that never comes 3 s, and none when the API has told all', async () => {
      const model = async () => null;
      const without = setUp({ pages: [], listingFails: 'app-scope-missing', model });
      const start = without.clock.now();
      expect(idsOf(await without.clock.runUntil(lastOf(without.deps)))).toBe('');
      expect(without.clock.now() - start).toBe(3000);
      const { deps, clock } = setUp({ pages: [[title, board('a')]], model });
      expect(await lastOf(deps)).toMatchObject({ complete: true });
      expect(clock.now()).toBe(start);
    });

    it.each([
      ['is of another document', { documentId: 'AnotherDocumentOfThisKind12' }],
      ['was read at another address', { url: 'https://acme.feishu.cn/docx/AnotherDocumentOfThisKind12' }],
      ['is no model', { boards: 7 as never }],
    ])('drops one that %s', async (_, change) => {
      const { deps, clock } = setUp({
        pages: [],
        listingFails: 'network-failed',
        model: holding([held], change),
      });
      expect(idsOf(await clock.runUntil(lastOf(deps)))).toBe('');
    });

    it('drops one that the API knows to be of another document than the wiki page shows', async () => {
      const url = `https://acme.feishu.cn/wiki/${token}`;
      const of = (documentId: string) =>
        setUp({
          address: wiki,
          pages: [[board('b'), copyOf('c', 'secret')]],
          model: holding([{ ...held, inCopy: 'c' }], { url, documentId }),
        }).deps;
      expect(idsOf(await lastOf(of('doxcnOfBefore')))).toBe('b');
      expect(idsOf(await lastOf(of('doxcnOfTheNode')))).toBe('ba');
    });
  });

  describe('with synced copies', () => {
    it('lists what they show in its place, whatever copies lie in copies, and asks for nothing twice', async () => {
      const { deps, asked } = setUp({
        pages: [
          [title, board('a'), copyOf('c', 'one'), board('b')],
          [copyOf('d', 'one'), copyOf('e', token)],
        ],
        copies: { 'one/s': [board('x'), copyOf('f', 'two')], 'two/s': [board('y'), copyOf('g', 'one')] },
      });
      const last = await lastOf(deps);
      expect(idsOf(last)).toBe('axyb');
      expect(last).toMatchObject({ complete: true });
      expect(last.gap).toBeUndefined();
      expect(asked).toEqual([`blocks ${token}`, 'below one/s', 'below two/s']);
    });

    it.each<[ErrorCode, ErrorCode]>([
      ['document-forbidden', 'synced-copy-unreadable'],
      ['document-deleted', 'synced-copy-unreadable'],
      ['network-failed', 'network-failed'],
    ])(
      'lists the rest when a source answers %s, and says that boards may be missing',
      async (answer, code) => {
        const { deps } = setUp({
          pages: [[title, board('a'), copyOf('c', 'secret'), copyOf('d', 'open'), board('b')]],
          copies: { 'secret/s': answer, 'open/s': [board('x')] },
        });
        const last = await lastOf(deps);
        expect(idsOf(last)).toBe('axb');
        expect(last).toMatchObject({ complete: false, gap: { code, details: { status: 403 } } });
        expect(last.problem).toBeUndefined();
      },
    );
  });
});
