import { describe, expect, it } from 'vitest';
import { AppError } from '../../../components/errors';
import type { KnownDocument } from '../../../components/finding/known-documents';
import type { DocxBlock } from '../../../components/feishu/schemas';
import { createTabBoards, type TabBoardsDeps } from '../../../components/finding/tab-boards';
import type { TopicSnapshots } from '../../../components/messaging/protocol';
import { createFakeClock } from '../fakes/fake-clock';
import { clientOf, somebody } from './listing-world';

/** How often the Open API is asked for the boards of tab 7, whose page has mounted `a` and `b`. */

const token = 'FMnodrAcyoG0TLxDf4Ec8Ya1nJb';
const url = `https://acme.feishu.cn/docx/${token}`;
const minute = 60_000;

const item = (blockId: string): DocxBlock =>
  blockId === token
    ? { block_id: token, block_type: 1 }
    : { block_id: blockId, block_type: 43, board: { token: `w-${blockId}` } };

interface World {
  /** What the server lists; an error that it fails with. */
  server: readonly string[] | AppError;
  /** What the page's own model has. */
  model?: readonly string[];
  known?: KnownDocument;
  /** Until when the server keeps its answer. */
  until?: Promise<void>;
}

function setUp(world: World) {
  const clock = createFakeClock();
  let asked = 0;
  let known = world.known;
  const client = clientOf(async function* () {
    asked += 1;
    await world.until;
    if (world.server instanceof AppError) throw world.server;
    yield [token, ...world.server].map(item);
  });
  const deps: TabBoardsDeps = {
    describePage: async () => ({ url, title: 'Plan', mountedBlockIds: ['a', 'b'] }),
    readPageModel: async () =>
      world.model
        ? {
            url,
            documentId: token,
            title: 'Plan',
            boards: world.model.map((blockId) => ({ blockId, whiteboardId: `w-${blockId}` })),
          }
        : null,
    companyHosts: async () => [],
    accounts: {
      get: async () => somebody,
    },
    clientFor: () => client,
    known: { get: async () => known, put: async (_account, _address, document) => void (known = document) },
    images: { peek: async () => [] },
    freshMs: async () => 5 * minute,
    numbered: (n) => `Board ${n}`,
    untitled: () => 'Untitled',
    clock,
  };
  const tabs = createTabBoards(deps);
  /** Watches until the list is settled, and no longer. */
  const watch = (isAgain?: boolean): Promise<TopicSnapshots['boards']> => {
    const stop = new AbortController();
    return clock.runUntil(
      new Promise((resolve) => {
        const publish = (snapshot: TopicSnapshots['boards']): void => {
          if ('list' in snapshot && !snapshot.list.settled) return;
          resolve(snapshot);
          stop.abort();
        };
        tabs.watch(7, publish, stop.signal, isAgain);
      }),
    );
  };
  const resolve = async (wanted: readonly string[] | 'all'): Promise<string[]> =>
    (await clock.runUntil(tabs.resolve(7, wanted))).boards.map(({ board }) => board.blockId);
  return { asked: () => asked, clock, resolve, watch, world };
}

describe('all boards of a tab', () => {
  const boards = [{ blockId: 'a', whiteboardId: 'w-a', number: 1, mounted: false }];

  it('are listed anew where the page has one that the last list lacks', async () => {
    const known = { documentId: token, title: 'Plan', boards, listedAt: 0 };
    const { asked, resolve } = setUp({ server: ['a', 'b'], known });
    expect(await resolve('all')).toEqual(['a', 'b']);
    expect(asked()).toBe(1);
    expect(await resolve('all')).toEqual(['a', 'b']);
    expect(asked()).toBe(1);
  });
});

describe('boards that are wanted while the list is on its way', () => {
  it('wait for that list, and ask for none of their own', async () => {
    let answer = (): void => {};
    const until = new Promise<void>((done) => (answer = done));
    const { asked, resolve, watch } = setUp({ server: ['a', 'b'], model: ['a', 'b'], until });
    const watched = watch();
    const rows = [resolve(['a']), resolve(['b']), resolve('all')];
    answer();
    expect(await Promise.all(rows)).toEqual([['a'], ['b'], ['a', 'b']]);
    await watched;
    expect(asked()).toBe(1);
  });

  it('ask for themselves where whoever listed has gone', async () => {
    let answer = (): void => {};
    const until = new Promise<void>((done) => (answer = done));
    const { asked, resolve, world } = setUp({ server: new AppError('network-failed'), until });
    const rows = [resolve(['a']), resolve(['b'])];
    world.server = ['a', 'b'];
    answer();
    expect(await Promise.all(rows)).toEqual([['a'], ['b']]);
    expect(asked()).toBeLessThanOrEqual(2);
  });
});

describe('boards of a document that may not be listed', () => {
  const refused = new AppError('user-scope-missing', { scopes: ['docx:document:readonly'] });

  it('are found in the page without asking each time', async () => {
    const { asked, clock, resolve } = setUp({ server: refused, model: ['a', 'b'] });
    for (const wanted of ['a', 'b', 'a', 'b']) expect(await resolve([wanted])).toEqual([wanted]);
    expect(asked()).toBe(1);
    await clock.advance(6 * minute);
    await resolve(['a']);
    expect(asked()).toBe(2);
  });

  it('are asked for where the page does not know them either, and where the list is watched anew', async () => {
    const { asked, resolve, watch, world } = setUp({ server: refused, model: ['a'] });
    await resolve(['a']);
    await expect(resolve(['b'])).rejects.toMatchObject({ code: 'user-scope-missing' });
    expect(asked()).toBe(2);
    world.server = ['a', 'b'];
    expect(await watch()).toMatchObject({ list: { complete: true } });
    expect(await resolve(['b'])).toEqual(['b']);
    expect(asked()).toBe(3);
  });
});

describe('whoever watches again, after the background was stopped', () => {
  it('is shown the last list, without asking the server for it each time', async () => {
    const { asked, clock, watch } = setUp({ server: ['a', 'b'], model: ['a', 'b'] });
    const first = await watch();
    for (let round = 0; round < 4; round++) {
      await clock.advance(minute);
      expect(await watch(true)).toEqual(first);
    }
    expect(asked()).toBe(1);
    await clock.advance(2 * minute);
    await watch(true);
    expect(asked()).toBe(2);
  });

  it('has it listed anew where it was not whole, and where the page has another board', async () => {
    const known = {
      documentId: token,
      title: 'Plan',
      boards: ['a', 'b'].map((blockId, at) => ({
        blockId,
        whiteboardId: `w-${blockId}`,
        number: at + 1,
        mounted: false,
      })),
      listedAt: 0,
    };
    const unsure = setUp({ server: ['a', 'b'], known });
    await unsure.watch(true);
    expect(unsure.asked()).toBe(1);
    const more = setUp({
      server: ['a', 'b'],
      known: { ...known, isWhole: true, boards: known.boards.slice(1) },
    });
    await more.watch(true);
    expect(more.asked()).toBe(1);
  });

  it('asks as ever where it watches for the first time', async () => {
    const { asked, watch } = setUp({ server: ['a', 'b'] });
    await watch();
    await watch();
    expect(asked()).toBe(2);
  });
});
