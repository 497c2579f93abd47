// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { boardsIn } from '../../../components/boards/join-boards';
import { readPageModel } from '../../../components/boards/page-model';
import { parsePageModel } from '../../../components/boards/parse-page-model';
import { buildPageMain } from '../../feishu/pages/browser/page-model';
import { createLoad } from '../../feishu/pages/browser/load';
import { readSwitches } from '../../feishu/pages/browser/switches';
import { describeDocument } from '../../feishu/pages/describe-page';
import { pagesSeed } from '../../feishu/pages/pages-seed';
import { createClock } from '../../feishu/clock';
import { createStore } from '../../feishu/store';

type Page = { PageMain?: unknown };

afterEach(() => {
  delete (window as Page).PageMain;
  document.body.innerHTML = '';
});

/** What is known of a page that has this model, after the way through a message. */
function read(pageMain: unknown) {
  (window as Page).PageMain = pageMain;
  return parsePageModel(structuredClone(readPageModel()));
}

const block = (type: string, id: string, children: unknown[] = [], more: object = {}): object => {
  const snapshot = { type, ...(type === 'whiteboard' && { token: `w-${id}` }) };
  return { type, record: { id, snapshot }, snapshot, children, ...more };
};
const board = (id: string): object => block('whiteboard', id);
const heading = (text: string): object => block('heading2', 'h', [], { zoneState: { allText: text } });
const around = (rootBlockModel: unknown): object => ({ blockManager: { rootBlockModel } });
const page = (...children: unknown[]): object =>
  around(block('page', 'doc', children, { zoneState: { allText: '\u200BTitle\n' } }));

/** Boards by their ids, gaps as points. */
const outline = (model: ReturnType<typeof read>): string | undefined =>
  model?.boards.map((one) => (typeof one === 'string' ? `.${one}` : one.blockId)).join(' ');

describe('readPageModel', () => {
  it('lists boards of every level with token, caption and the heading above', () => {
    const captioned = block('whiteboard', 'b', [], {
      snapshot: {
        type: 'whiteboard',
        token: 'w-b',
        caption: { text: { initialAttributedTexts: { text: { 0: ' Flow\u200B ' } } } },
      },
    });
    const model = read(
      page(
        board('a'),
        heading('One'),
        block('grid', 'g', [block('grid_column', 'c', [captioned])]),
        board('d'),
      ),
    );
    expect(model).toEqual({
      url: location.href,
      documentId: 'doc',
      title: 'Title',
      boards: [
        { blockId: 'a', whiteboardId: 'w-a' },
        { blockId: 'b', whiteboardId: 'w-b', caption: 'Flow', heading: 'One' },
        { blockId: 'd', whiteboardId: 'w-d', heading: 'One' },
      ],
    });
  });

  it('reads the shape of older builds', () => {
    const root = block('page', 'doc', [board('a')]);
    expect(outline(read({ blockManager: { model: { rootBlockModel: root } } }))).toBe('a');
  });

  it('takes a board for one before its code is loaded, and nothing else that is not loaded', () => {
    const unloaded = (type: string, id: string): object => ({ ...block(type, id), type: 'fallback' });
    expect(outline(read(page(unloaded('whiteboard', 'a'), unloaded('isv', 'b'), board('c'))))).toBe('a c');
  });

  it('takes no other drawing for a board', () => {
    const kinds = ['sheet', 'bitable', 'diagram', 'mindnote', 'isv', 'image', 'chart_embedded', 'undefined'];
    expect(outline(read(page(...kinds.map((kind, at) => block(kind, `x${at}`)))))).toBe('');
  });

  it('says where slices are not loaded, and does not guess what heads the boards behind', () => {
    const model = read(
      page(heading('One'), board('a'), block('pending', 'p'), block('pending', 'q'), board('b')),
    );
    expect(outline(model)).toBe('a . b');
    expect(boardsIn(model?.boards ?? []).map((one) => one.heading)).toEqual(['One', undefined]);
  });

  it('reads what synced copies show, under their own headings, and says which show nothing', () => {
    const copy = (id: string, ...shown: unknown[]): object =>
      block('synced_reference', id, [], {
        innerBlockManager: { rootBlockModel: block('page', 'other', shown) },
      });
    const model = read(
      page(
        heading('Outer'),
        copy('c', heading('Inner'), board('s'), copy('d', board('t'))),
        board('a'),
        block('synced_reference', 'e'),
      ),
    );
    expect(model?.boards).toEqual([
      { blockId: 's', whiteboardId: 'w-s', heading: 'Inner', inCopy: 'c' },
      { blockId: 't', whiteboardId: 'w-t', heading: 'Inner', inCopy: 'c' },
      { blockId: 'a', whiteboardId: 'w-a', heading: 'Outer' },
      'e',
    ]);
  });

  it.each([undefined, null, 7, {}, { blockManager: 'x' }, around(null), { blockManager: { model: {} } }])(
    'finds no model in %j',
    (pageMain) => {
      expect(read(pageMain)).toBeUndefined();
    },
  );

  it('does without the model of a document that is no longer shown', () => {
    document.body.innerHTML = '<div data-block-type="page" data-record-id="next"></div>';
    expect(read(page(board('a')))).toBeUndefined();
    document.body.innerHTML = '<div data-block-type="page" data-record-id="doc"></div>';
    expect(outline(read(page(board('a'))))).toBe('a');
  });

  describe('survives', () => {
    const thrower: object = new Proxy(
      {},
      {
        get() {
          throw new Error('trap');
        },
      },
    );
    const { proxy: revoked, revoke } = Proxy.revocable([], {});
    revoke();

    it.each<[string, () => unknown, string]>([
      ['values that are no blocks', () => page(null, 7, 'x', thrower, revoked, board('a')), 'a'],
      [
        'children that are no list',
        () => page(block('grid', 'g', revoked), { ...block('grid', 'g'), children: 'abc' }, board('a')),
        'a',
      ],
      [
        'a list that says it is long',
        () => page(block('grid', 'g', Array.from({ length: 0 }, String)), board('a')),
        'a',
      ],
      [
        'ids and tokens that are none',
        () =>
          page(board('../x'), board('y'.repeat(1e7)), {
            ...board('a'),
            snapshot: { type: 'whiteboard', token: 'x'.repeat(1e7) },
          }),
        'a',
      ],
      ['a board that is there twice', () => page(board('a'), board('a')), 'a'],
      [
        'more blocks than any document has',
        () => page(board('a'), ...Array.from({ length: 30_000 }, () => board('b'))),
        '.',
      ],
      [
        'more boards than are listed',
        () => page(...Array.from({ length: 6000 }, (_, at) => board(`b${at}`))),
        Array.from({ length: 5000 }, (_, at) => `b${at}`).join(' ') + ' .',
      ],
    ])('%s', (_, pageMain, expected) => {
      expect(outline(read(pageMain()))).toBe(expected);
    });

    it('a token of ten megabytes, by leaving it out', () => {
      const huge = { ...board('a'), snapshot: { type: 'whiteboard', token: 'x'.repeat(1e7) } };
      expect(read(page(huge))?.boards).toEqual([{ blockId: 'a' }]);
    });

    it('a ring, and a chain without end', () => {
      const ring = { ...block('callout', 'r'), children: [] as unknown[] };
      ring.children.push(ring, board('b'));
      const endless = (): object => ({
        ...block('callout', 'e'),
        get children() {
          return [endless(), endless()];
        },
      });
      expect(outline(read(page(ring, board('a'))))).toBe('b a');
      expect(outline(read(page(endless(), board('a'))))).toMatch(/^\. a( \.)?$/);
    });
  });

  describe("of the embedded Feishu's pages", () => {
    const store = createStore(pagesSeed, createClock());
    const open = (id: string, search = '') => {
      const shown = describeDocument(id, 'acme.feishu.cn', store)?.document;
      if (!shown) throw new Error(`no ${id}`);
      return read(buildPageMain(createLoad(shown, readSwitches(search), () => {})));
    };
    const everything = 'DocEverything00000000000001';
    const tokens = ['TopLevel', 'InGrid', 'InTable', 'InCallout', 'Folded', 'Synced', 'AtTheEnd'];
    const tokenOf = (name: string): string => `Board${name}`.padEnd(26, '0') + 1;

    it.each(['', '?model=older'])('finds every board, and no other %s', (search) => {
      const model = open(everything, search);
      expect(boardsIn(model?.boards ?? []).map(({ whiteboardId }) => whiteboardId)).toEqual(
        tokens.map(tokenOf),
      );
      expect(model?.documentId).toBe(everything);
    });

    it('finds among traps every board but the one that is forged', () => {
      const found = boardsIn(open(everything, '?model=hostile')?.boards ?? []);
      expect(found.map(({ whiteboardId }) => whiteboardId)).toEqual(
        expect.arrayContaining(tokens.slice(1).map(tokenOf)),
      );
    });

    it('finds 400 boards among 6000 blocks, quickly', () => {
      const start = performance.now();
      const model = open('DocLong00000000000000000001', '?slices=all');
      expect(boardsIn(model?.boards ?? [])).toHaveLength(400);
      expect(model?.boards).toHaveLength(400);
      expect(performance.now() - start).toBeLessThan(2000);
      expect(open('DocLong00000000000000000001')?.boards.at(-1)).toBe('');
    });
  });
});
