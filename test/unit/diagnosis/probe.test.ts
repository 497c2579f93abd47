// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { boardsIn } from '../../../components/boards/join-boards';
import { readPageModel } from '../../../components/boards/page-model';
import { parsePageModel } from '../../../components/boards/parse-page-model';
import { countMarkup } from '../../../components/diagnosis/count-markup';
import { parseProbe } from '../../../components/diagnosis/parse-probe';
import { probeModel } from '../../../components/diagnosis/probe-model';
import { createClock } from '../../feishu/clock';
import { describeDocument } from '../../feishu/pages/describe-page';
import { createLoad } from '../../feishu/pages/browser/load';
import { buildPageMain } from '../../feishu/pages/browser/page-model';
import { readSwitches } from '../../feishu/pages/browser/switches';
import { pagesSeed } from '../../feishu/pages/pages-seed';
import { createStore } from '../../feishu/store';

afterEach(() => {
  delete (window as { PageMain?: unknown }).PageMain;
  document.body.innerHTML = '';
});

/** The probe of a page's model, after the way through a message. */
const probed = (page: unknown) => parseProbe(structuredClone({ model: probeModel(page) })).model;

function pageOf(documentId: string, search: string) {
  const store = createStore(pagesSeed, createClock());
  const view = describeDocument(documentId, 'acme.feishu.cn', store);
  if (!view?.document) throw new Error(`no document ${documentId}`);
  const load = createLoad(view.document, readSwitches(search), () => {});
  return { PageMain: buildPageMain(load) };
}

describe('the probe of a model', () => {
  it.each([
    ['', 'today'],
    ['?model=older', 'older'],
  ])('counts blocks, boards and what is not loaded: %s', (search, shape) => {
    const model = probed(pageOf('DocEverything00000000000001', search));
    expect(model).toMatchObject({ shape, documentId: 'DocEverything00000000000001', isCut: false, keys: [] });
    expect(Object.fromEntries(model?.counts ?? [])).toMatchObject({
      boards: 7,
      tokens: 7,
      captions: 1,
      fallback: 8,
      pending: 0,
      copies: 1,
      unread: 0,
    });
    expect(Object.fromEntries(model?.kinds ?? [])).toMatchObject({ whiteboard: 7, grid_column: 2, isv: 2 });
  });

  it('counts slices that are not loaded', () => {
    const counts = Object.fromEntries(probed(pageOf('DocLong00000000000000000001', ''))?.counts ?? []);
    expect(counts).toMatchObject({ boards: 13, pending: 5800 });
  });

  it('comes back from a hostile model with bounded words', () => {
    const model = probed(pageOf('DocEverything00000000000001', '?model=hostile'));
    expect(model).toMatchObject({ shape: 'today', isCut: true });
    expect(model?.kinds.every(([kind]) => kind.length <= 64)).toBe(true);
    expect(Object.fromEntries(model?.counts ?? [])['boards']).toBeGreaterThanOrEqual(7);
  });

  it('says what is there instead of a model that it knows', () => {
    expect(probed({ PageMain: { blockManager: { tree: {}, version: 4 } } })).toMatchObject({
      shape: 'unknown',
      keys: ['blockManager', 'tree', 'version'],
    });
    expect(probed({})).toMatchObject({ shape: 'none', keys: [] });
    const refuse = (): never => {
      throw new Error('trap');
    };
    expect(probed(new Proxy({}, { get: refuse }))).toMatchObject({ shape: 'none' });
    const PageMain = new Proxy({}, { get: refuse, ownKeys: refuse });
    expect(probed({ PageMain })).toMatchObject({ shape: 'unknown', keys: [] });
  });
});

describe('the probe of a model and its reader', () => {
  const token = 'w-a';
  const board = { type: 'whiteboard', token };
  const block = (type: string, record: object, more: object = {}) => ({
    type,
    record,
    children: [],
    ...more,
  });
  const page = (...children: unknown[]) => block('page', { id: 'doc' }, { children });
  const around = (rootBlockModel: unknown) => ({ blockManager: { rootBlockModel } });

  it.each<[string, object]>([
    [
      'a snapshot without a type over a record with one',
      around(page(block('fallback', { id: 'a', snapshot: board }, { snapshot: { token } }))),
    ],
    [
      'a snapshot without a token over a record with one',
      around(page(block('fallback', { id: 'a', snapshot: board }, { snapshot: { type: 'whiteboard' } }))),
    ],
    ['no snapshot but that of the record', around(page(block('fallback', { id: 'a', snapshot: board })))],
    [
      'a root of today that is no block, over one of older builds',
      {
        blockManager: {
          rootBlockModel: 7,
          model: { rootBlockModel: page(block('whiteboard', { id: 'a', snapshot: board })) },
        },
      },
    ],
  ])('find the same board in %s', (_, PageMain) => {
    expect(Object.fromEntries(probed({ PageMain })?.counts ?? [])).toMatchObject({ boards: 1, tokens: 1 });
    Object.assign(window, { PageMain });
    const model = parsePageModel(structuredClone(readPageModel()));
    expect(boardsIn(model?.boards ?? [])).toEqual([{ blockId: 'a', whiteboardId: token }]);
  });

  it('read nothing of children that are no list', () => {
    const children = { length: 1, 0: block('whiteboard', { id: 'a', snapshot: board }) };
    const PageMain = around(block('page', { id: 'doc' }, { children }));
    expect(Object.fromEntries(probed({ PageMain })?.counts ?? [])).toMatchObject({ blocks: 1, boards: 0 });
    Object.assign(window, { PageMain });
    expect(parsePageModel(structuredClone(readPageModel()))?.boards).toEqual([]);
  });

  it('miss the same content of a block that shows nothing of another document', () => {
    const PageMain = around(page(block('grid', { id: 'c' }, { innerBlockManager: {} })));
    expect(Object.fromEntries(probed({ PageMain })?.counts ?? [])).toMatchObject({ copies: 1, unread: 1 });
    Object.assign(window, { PageMain });
    expect(parsePageModel(structuredClone(readPageModel()))?.boards).toEqual(['c']);
  });
});

describe('the count of markup', () => {
  it('has each selector and the kinds of blocks, copies in the measuring area apart', () => {
    const board = '<div class="docx-whiteboard-block" data-block-type="whiteboard" data-record-id="a"></div>';
    document.body.innerHTML = `<div class="root-block">${board}<div data-block-type="whiteboard"></div>
      <div class="bear-virtual-pre-renderer">${board}</div></div>`;
    const { markup } = parseProbe(structuredClone({ markup: countMarkup(document) }));
    expect(Object.fromEntries(markup?.matches ?? [])).toMatchObject({
      boardBlock: 2,
      'boardBlock by attribute': 3,
      'boardBlock by class': 2,
      'boardBlock in measuringArea': 1,
      editorRoot: 1,
      scroller: 0,
      'titles[0]': 0,
    });
    expect(markup?.kinds).toEqual([['whiteboard', 3]]);
  });
});

describe('the answer of a page that was probed', () => {
  it.each([null, 'x', 7, [], { markup: 3, model: 'x' }, { model: { shape: 'other' } }])(
    'may be %j',
    (answer) => {
      expect(parseProbe(answer)).toEqual({});
    },
  );

  it('loses the part that is not as it should be, and keeps the other', () => {
    const markup = { readyState: 'complete', isHidden: false, matches: [['a', -1]], kinds: [] };
    const model = probeModel({});
    expect(Object.keys(parseProbe({ markup, model })).filter((part) => part !== 'markup')).toEqual(['model']);
    expect(parseProbe({ markup, model }).markup).toBeUndefined();
  });
});
