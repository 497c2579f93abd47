// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { BoardFacts, DocumentAddress } from '../../../components/boards/board';
import { readPageModel } from '../../../components/boards/page-model';
import { AppError } from '../../../components/errors';
import type { DocxBlock } from '../../../components/feishu/schemas';
import { findBoards, type FoundBoards } from '../../../components/finding/find-boards';
import type { ListingClient } from '../../../components/finding/list-document';
import { createFakeClock } from '../fakes/fake-clock';

/** A block of a random document. What a copy shows belongs to another document, which may be forbidden. */
interface Node {
  kind: 'heading2' | 'whiteboard' | 'grid' | 'synced_reference' | 'sheet';
  id: string;
  words: string;
  forbidden: boolean;
  below: Node[];
}

const token = 'FMnodrAcyoG0TLxDf4Ec8Ya1nJb';
const address: DocumentAddress = { brand: 'feishu', kind: 'docx', token };
const url = `https://acme.feishu.cn/docx/${token}`;

const { tree } = fc.letrec<{ tree: Node }>((tie) => ({
  tree: fc.record({
    kind: fc.constantFrom<Node['kind'][]>(
      'heading2',
      'whiteboard',
      'whiteboard',
      'grid',
      'synced_reference',
      'sheet',
    ),
    id: fc.constant(''),
    words: fc.constantFrom('', 'One', 'Two', 'Three'),
    forbidden: fc.boolean(),
    below: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constant<Node[]>([]),
      fc.array(tie('tree'), { maxLength: 4 }),
    ),
  }),
}));

/** Gives each block its id, and children only to those kinds that have them. */
function identify(nodes: readonly Node[], count = { n: 0 }): Node[] {
  return nodes.map((node) => {
    const id = `b${count.n++}`;
    const isParent = node.kind === 'grid' || node.kind === 'synced_reference';
    return { ...node, id, below: isParent ? identify(node.below, count) : [] };
  });
}

interface TrueBoard extends BoardFacts {
  /** The place of the block of the document that it lies in. */
  top: number;
  /** The same of its heading. */
  headedAt: number;
  isForbidden: boolean;
}

interface Heading {
  words: string;
  top: number;
}

/** What a reader would write down: each board with the heading over it. */
function boardsOf(document: readonly Node[]): TrueBoard[] {
  const boards: TrueBoard[] = [];
  const read = (
    nodes: readonly Node[],
    outer: Heading,
    at: number | undefined,
    inCopy = '',
    isForbidden = false,
  ): Heading => {
    let heading = outer;
    nodes.forEach(({ kind, id, words, forbidden, below }, index) => {
      const top = at ?? index;
      if (kind === 'heading2') heading = words ? { words, top } : heading;
      if (kind === 'whiteboard') {
        boards.push({
          blockId: id,
          whiteboardId: `w-${id}`,
          caption: words || undefined,
          heading: heading.words || undefined,
          inCopy: inCopy || undefined,
          top,
          headedAt: heading.top,
          isForbidden,
        });
      }
      if (kind === 'grid') heading = read(below, heading, top, inCopy, isForbidden);
      if (kind === 'synced_reference') read(below, heading, top, inCopy || id, isForbidden || forbidden);
    });
    return heading;
  };
  read(document, { words: '', top: 0 }, undefined);
  return boards;
}

function docxBlocks(nodes: readonly Node[]): DocxBlock[] {
  return nodes.flatMap(({ kind, id, words, below }): DocxBlock[] => {
    switch (kind) {
      case 'heading2':
        return [{ block_id: id, block_type: 4, heading2: { elements: [{ text_run: { content: words } }] } }];
      case 'whiteboard':
        return [{ block_id: id, block_type: 43, board: { token: `w-${id}` } }];
      case 'synced_reference':
        return [
          {
            block_id: id,
            block_type: 50,
            reference_synced: { source_document_id: 'other', source_block_id: id },
          },
        ];
      case 'grid':
      case 'sheet':
        return [{ block_id: id, block_type: kind === 'grid' ? 24 : 30 }, ...docxBlocks(below)];
    }
  });
}

function models(nodes: readonly Node[]): object[] {
  return nodes.map(({ kind, id, words, below }) => {
    const caption = { text: { initialAttributedTexts: { text: words ? { 0: words } : null } } };
    const snapshot = kind === 'whiteboard' ? { type: kind, token: `w-${id}`, caption } : { type: kind };
    const isCopy = kind === 'synced_reference';
    return {
      type: kind === 'whiteboard' && words ? 'fallback' : kind,
      record: { id, snapshot },
      snapshot,
      ...(kind === 'heading2' && { zoneState: { allText: words } }),
      children: isCopy ? [] : models(below),
      ...(isCopy && { innerBlockManager: { rootBlockModel: { children: models(below) } } }),
    };
  });
}

function pageMain(document: readonly Node[], isLoaded: (top: number) => boolean): object {
  const children = models(document).map((model, top) =>
    isLoaded(top)
      ? model
      : { type: 'pending', record: { id: `b${top}` }, snapshot: { type: 'pending' }, children: [] },
  );
  return { blockManager: { rootBlockModel: { record: { id: token }, children } } };
}

function findNode(nodes: readonly Node[], id: string): Node | undefined {
  for (const node of nodes) {
    const found = node.id === id ? node : findNode(node.below, id);
    if (found) return found;
  }
  return undefined;
}

function clientOf(document: readonly Node[]): ListingClient {
  return {
    getWikiNode: () => Promise.reject(new AppError('unexpected')),
    async *listBlocks() {
      const blocks = docxBlocks(document);
      yield blocks.slice(0, 3);
      yield blocks.slice(3);
    },
    async *listDescendants(_, id) {
      const copy = findNode(document, id);
      if (!copy || copy.forbidden) throw new AppError('document-forbidden');
      yield docxBlocks(copy.below);
    },
  };
}

const refusing: ListingClient = {
  ...clientOf([]),
  listBlocks: () => {
    throw new AppError('user-scope-missing');
  },
};

const pageWorld = window as { PageMain?: unknown };
afterEach(() => {
  delete pageWorld.PageMain;
});

const world = fc.record({
  document: fc.array(tree, { maxLength: 12 }).map((nodes) => identify(nodes)),
  api: fc.boolean(),
  model: fc.boolean(),
  page: fc.boolean(),
  loaded: fc.func(fc.boolean()),
  mounted: fc.func(fc.boolean()),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

async function find({ document, api, model, page, loaded, mounted }: World) {
  const isLoaded = (top: number): boolean => loaded(top);
  const all = boardsOf(document);
  const held = model ? all.filter(({ top }) => isLoaded(top)) : [];
  // A board that is mounted has been loaded, where there is a model.
  const shown = page ? (model ? held : all).filter(({ blockId }) => mounted(blockId)) : [];
  pageWorld.PageMain = pageMain(document, isLoaded);
  const gone = (): Promise<never> => Promise.reject(new AppError('page-unreachable'));
  let last: FoundBoards | undefined;
  for await (last of findBoards({
    address,
    describePage: page
      ? async () => ({ url, title: '', mountedBlockIds: shown.map(({ blockId }) => blockId) })
      : gone,
    readPageModel: model ? async () => ({ ...(readPageModel() as object), url }) : gone,
    signedIn: { client: api ? clientOf(document) : refusing, accountId: 'ou_1' },
    known: { get: async () => undefined, put: async () => undefined },
    clock: createFakeClock(),
  }));
  if (!last?.settled) throw new Error('nothing was found');
  const known = new Set(idsOf([...held, ...shown]));
  const listed = all.filter(({ isForbidden }) => api && !isForbidden);
  const expected = all.filter((board) => listed.includes(board) || known.has(board.blockId));
  /** What stands in a part that is not loaded may be a heading: only where all is, the model knows which one holds. */
  const isHeadingKnown = (board: TrueBoard): boolean =>
    listed.includes(board) ||
    (held.includes(board) &&
      [...document.keys()].slice(board.headedAt, board.top).every((top) => isLoaded(top)));
  return { last, all, held, shown, listed, expected, isHeadingKnown };
}

const idsOf = (boards: readonly BoardFacts[]): string[] => boards.map(({ blockId }) => blockId);
const facts = ({ blockId, whiteboardId, caption, heading }: BoardFacts) => ({
  blockId,
  whiteboardId,
  caption,
  heading,
});

describe('any document, from any of the three sources', () => {
  it('is listed as it is with the API, and without it as far as the others know', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (some) => {
        const { last, all, held, shown, listed, expected, isHeadingKnown } = await find(some);
        // Nothing that is no board, nothing twice, nothing left out.
        expect(idsOf(last.boards).sort()).toEqual(idsOf(expected).sort());
        expect(last.boards.map(({ number }) => number)).toEqual(last.boards.map((_, index) => index + 1));
        // What the API lists is in order, whatever else is known.
        const isListed = new Set(idsOf(listed));
        expect(idsOf(last.boards).filter((id) => isListed.has(id))).toEqual(idsOf(listed));

        const found = new Map(last.boards.map((board) => [board.blockId, board]));
        expect(listed.map(({ blockId }) => found.get(blockId)).map((board) => board && facts(board))).toEqual(
          listed.map((board) => ({
            ...facts(board),
            caption: held.includes(board) ? board.caption : undefined,
          })),
        );
        for (const board of expected) {
          const { whiteboardId, caption, heading, mounted } = found.get(board.blockId) ?? {};
          const isHeld = held.includes(board);
          expect(whiteboardId).toBe(isHeld || listed.includes(board) ? board.whiteboardId : undefined);
          expect(caption).toBe(isHeld ? board.caption : undefined);
          expect(heading).toBe(isHeadingKnown(board) ? board.heading : undefined);
          expect(mounted).toBe(shown.includes(board));
        }
        // It says that boards may be missing, whenever that is so.
        expect(last.complete).toBe(last.gap === undefined);
        expect(last.complete && last.boards.length !== all.length).toBe(false);
        expect(last.problem?.code).toBe(some.api ? undefined : 'user-scope-missing');
        expect(some.api && all.every(({ isForbidden }) => !isForbidden) && !hasForbidden(some.document)).toBe(
          last.complete,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('is in order, but where only the API tells of a copy that it may not read', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (some) => {
        fc.pre(some.model || !some.api);
        const { last, expected } = await find(some);
        expect(idsOf(last.boards)).toEqual(idsOf(expected));
      }),
      { numRuns: 200 },
    );
  });

  it('has all its names where the whole model is loaded', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (some) => {
        const { last, all } = await find({ ...some, api: false, model: true, loaded: () => true });
        expect(last.boards.map(facts)).toEqual(all.map(facts));
      }),
      { numRuns: 100 },
    );
  });
});

/** Whether the API may not read one of the copies that it comes by. */
function hasForbidden(nodes: readonly Node[]): boolean {
  return nodes.some(
    ({ kind, forbidden, below }) => (kind === 'synced_reference' && forbidden) || hasForbidden(below),
  );
}
