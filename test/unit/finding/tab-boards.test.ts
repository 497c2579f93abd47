import { describe, expect, it } from 'vitest';
import { AppError } from '../../../components/errors';
import type { KnownDocument } from '../../../components/finding/known-documents';
import { createTabBoards, type TabBoardsDeps } from '../../../components/finding/tab-boards';
import { createFakeClock } from '../fakes/fake-clock';
import { codeOf } from '../feishu/setup';
import { clientOf, somebody } from './listing-world';

const token = 'FMnodrAcyoG0TLxDf4Ec8Ya1nJb';
const url = `https://acme.feishu.cn/docx/${token}`;

/** The boards of tab 7, whose document the Open API refuses to list. Its page has mounted `a` and `b`. */
function tabBoards(model: () => Promise<unknown>, change: Partial<TabBoardsDeps> = {}) {
  const client = clientOf(() => {
    throw new AppError('user-scope-missing');
  });
  return createTabBoards({
    describePage: async () => ({ url, title: 'Plan', mountedBlockIds: ['a', 'b'] }),
    readPageModel: model,
    companyHosts: async () => [],
    accounts: {
      get: async () => somebody,
    },
    clientFor: () => client,
    known: { get: async () => undefined, put: async () => undefined },
    images: { peek: async () => [] },
    freshMs: async () => 0,
    numbered: (n) => `Board ${n}`,
    untitled: () => 'Untitled',
    clock: createFakeClock(),
    ...change,
  });
}

describe('a page that goes on to another document', () => {
  const describePage: TabBoardsDeps['describePage'] = async () => ({
    url,
    title: '',
    mountedBlockIds: [],
    isLeft: true,
  });
  // On a wiki page nothing in it tells that it is still the model of the document before.
  const before = async () => ({ url, documentId: token, title: 'Before', boards: [{ blockId: 'old' }] });

  it('is not taken for the document before, whose model it still has', async () => {
    const tabs = tabBoards(before, { describePage });
    expect(await tabs.peek(7)).toEqual({ known: [], total: undefined, mounted: 0 });
    const stop = new AbortController();
    const first = await new Promise((resolve) => tabs.watch(7, resolve, stop.signal));
    stop.abort();
    expect(first).toMatchObject({ list: { title: '', rows: [], settled: false } });
  });
});

describe('a page that never answers', () => {
  it('is said to be out of reach, where it is watched and where one of its boards is wanted', async () => {
    const clock = createFakeClock();
    const describePage = (): Promise<never> => new Promise(() => undefined);
    const tabs = tabBoards(async () => null, { describePage, clock });
    const stop = new AbortController();
    const first = new Promise((resolve) => tabs.watch(7, resolve, stop.signal));
    expect(await clock.runUntil(first)).toEqual({ problem: { code: 'page-unreachable' } });
    expect(await codeOf(clock.runUntil(tabs.resolve(7, ['a'])))).toBe('page-unreachable');
    stop.abort();
  });
});

describe('one board of a tab, when the Open API cannot list the document', () => {
  it("is known from the page's model", async () => {
    const boards = [{ blockId: 'a', whiteboardId: 'w-a', caption: 'Flow' }];
    const model = async () => ({ url, documentId: token, title: 'Plan', boards });
    expect(await tabBoards(model).resolve(7, ['a'])).toMatchObject({
      title: 'Plan',
      boards: [{ name: 'Flow', board: { blockId: 'a', whiteboardId: 'w-a' } }],
    });
  });

  it('is not without a model, and the user hears what to grant', async () => {
    const gone = (): Promise<never> => Promise.reject(new Error('No tab'));
    expect(await codeOf(tabBoards(gone).resolve(7, ['a']))).toBe('user-scope-missing');
  });
});

describe('what is known of a tab at once, with nobody signed in', () => {
  const nobody: Partial<TabBoardsDeps> = { accounts: { get: async () => undefined } };
  const of = (...boards: unknown[]) => ({ url, documentId: token, title: 'Plan', boards });
  const named = (blockId: string, names: object) => ({ blockId, ...names });

  it('has names and number of boards by the page’s own model', async () => {
    const model = async () =>
      of(named('a', { caption: 'Flow' }), named('b', { heading: 'Roles' }), named('c', {}));
    expect(await tabBoards(model, nobody).peek(7)).toEqual({
      known: [
        { blockId: 'a', name: 'Flow' },
        { blockId: 'b', name: 'Roles' },
        { blockId: 'c', name: 'Board 3' },
      ],
      total: 3,
      mounted: 2,
    });
  });

  it('has no number of boards where a part of the model is not loaded', async () => {
    const model = async () => of(named('a', { caption: 'Flow' }), named('b', {}), '');
    const { known, total } = await tabBoards(model, nobody).peek(7);
    expect(known.map(({ name }) => name)).toEqual(['Flow', 'Board 2']);
    expect(total).toBeUndefined();
  });

  it('numbers no board where only those are known that are mounted', async () => {
    const silent = async () => null;
    const gone = (): Promise<never> => Promise.reject(new Error('No tab'));
    const other = async () => ({ ...of(named('a', {})), documentId: 'DocOfAnother000000000000001' });
    for (const model of [silent, gone, other]) {
      expect(await tabBoards(model, nobody).peek(7)).toEqual({ known: [], total: undefined, mounted: 2 });
    }
  });
});

describe('what is known of a tab at once, with a list of another time', () => {
  const last = (...blockIds: string[]): KnownDocument => ({
    documentId: token,
    title: 'Plan',
    listedAt: 0,
    boards: blockIds.map((blockId, at) => ({ blockId, heading: 'Old', number: at + 1, mounted: false })),
  });
  const recalling = (document: KnownDocument): Partial<TabBoardsDeps> => ({
    known: { get: async () => document, put: async () => undefined },
  });

  it('is that list, and the page is not asked', async () => {
    let asked = 0;
    const model = async () => (asked += 1);
    const { known, total } = await tabBoards(model, recalling(last('z', 'a', 'b'))).peek(7);
    expect(known.map(({ blockId }) => blockId)).toEqual(['z', 'a', 'b']);
    expect({ total, asked }).toEqual({ total: 3, asked: 0 });
  });

  it('is amended by the model when the page has a board that the list has not', async () => {
    const boards = [{ blockId: 'a' }, { blockId: 'b', caption: 'New' }];
    const model = async () => ({ url, documentId: token, title: 'Plan', boards });
    const { known, total } = await tabBoards(model, recalling(last('z', 'a'))).peek(7);
    expect(known.map(({ name }) => name)).toEqual(['Old', 'Old', 'New']);
    expect(total).toBe(3);
  });

  it('is not mixed with the model of another document', async () => {
    const boards = [{ blockId: 'x', caption: 'Not here' }];
    const model = async () => ({ url, documentId: token, title: 'Plan', boards });
    const document = { ...last('a'), documentId: 'DocOfAnother000000000000001' };
    const { known } = await tabBoards(model, recalling(document)).peek(7);
    expect(known.map(({ blockId }) => blockId)).toEqual(['a', 'b']);
  });
});
