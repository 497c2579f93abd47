import { describe, expect, it } from 'vitest';
import type { DocxBlock } from '../../../components/feishu/schemas';
import { findBoards, type FoundBoards } from '../../../components/finding/find-boards';
import {
  token,
  wiki,
  title,
  heading,
  board,
  later,
  setUp,
  holding,
  copyOf,
  lastOf,
  idsOf,
} from './find-world';

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
    expect(clock.now() - start).toBe(500);
  });

  it('waits for the captions of a page that is just loading, though the API has told all', async () => {
    let looks = 0;
    const model = async () => (++looks < 4 ? null : holding([held])());
    const { deps, clock, kept } = setUp({ pages: [[title, board('a')]], model });
    const found = await clock.runUntil(lastOf(deps));
    expect(found).toMatchObject({ boards: [{ blockId: 'a', caption: held.caption }], complete: true });
    expect(kept).toMatchObject([{ boards: [{ caption: held.caption }] }]);
  });

  it('waits for one that comes late for what the API may not read, too', async () => {
    let looks = 0;
    const inCopy = { ...held, inCopy: 'c' };
    const model = async () => (++looks < 3 ? null : holding([inCopy])());
    const { deps, clock } = setUp({ pages: [[title, board('b'), copyOf('c', 'secret')]], model });
    expect(idsOf(await clock.runUntil(lastOf(deps)))).toBe('ba');
  });

  it('gives a model that never comes 3 s, and one when the API has told all', async () => {
    const model = async () => null;
    const without = setUp({ pages: [], listingFails: 'app-scope-missing', model });
    const start = without.clock.now();
    expect(idsOf(await without.clock.runUntil(lastOf(without.deps)))).toBe('');
    expect(without.clock.now() - start).toBe(3000);
    const { deps, clock } = setUp({ pages: [[title, board('a')]], model });
    expect(await clock.runUntil(lastOf(deps))).toMatchObject({ complete: true });
    expect(clock.now() - start).toBe(1000);
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
