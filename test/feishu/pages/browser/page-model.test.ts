// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { createClock } from '../../clock';
import { createStore } from '../../store';
import { describeDocument } from '../describe-page';
import { pagesSeed } from '../pages-seed';
import { createLoad, type Load } from './load';
import { buildPageMain, type BlockModel } from './page-model';
import { readSwitches } from './switches';

const host = 'acme.feishu.cn';
const store = createStore(pagesSeed, createClock());

function load(id: string, search = ''): Load {
  const document = describeDocument(id, host, store)?.document;
  if (!document) throw new Error(`no ${id}`);
  return createLoad(document, readSwitches(search), () => {});
}

type PageMain = { blockManager: { rootBlockModel?: BlockModel; model?: { rootBlockModel: BlockModel } } };

function root(of: Load): BlockModel {
  const { blockManager } = buildPageMain(of) as PageMain;
  const model = blockManager.rootBlockModel ?? blockManager.model?.rootBlockModel;
  if (!model) throw new Error('no root');
  return model;
}

const everything = 'DocEverything00000000000001';
const topLevel = 'BlockTopLevel00000000000001';

describe("the page's model", () => {
  it('names the document and its title', () => {
    const model = root(load(everything));
    expect(model.record.id).toBe(everything);
    expect(model.zoneState?.allText).toBe('样例 Everything');
  });

  it('calls a board a fallback until it was mounted, and knows its token all the same', () => {
    const loaded = load(everything);
    const board = root(loaded).children.find(({ record }) => record.id === topLevel);
    expect(board?.type).toBe('fallback');
    expect(board?.snapshot).toMatchObject({
      type: 'whiteboard',
      token: 'BoardTopLevel00000000000001',
      caption: { text: { initialAttributedTexts: { text: { 0: '总图' } } } },
    });
    loaded.mounted.add(topLevel);
    expect(board?.type).toBe('whiteboard');
  });

  it('hides what is far away, slice by slice', () => {
    const loaded = load('DocLong00000000000000000001');
    const types = () => root(loaded).children.map(({ snapshot }) => (snapshot as { type: string }).type);
    const ids =
      store.document('DocLong00000000000000000001')?.page.children.map(({ blockId }) => blockId) ?? [];
    loaded.mounted.add(ids[10] ?? '');
    expect(types().indexOf('pending')).toBe(200);
    loaded.mounted.add(ids[450] ?? '');
    expect(types().indexOf('pending')).toBe(600);
    expect(types()).toHaveLength(6000);
  });

  it('keeps the content of a synced copy apart', () => {
    const copy = root(load(everything)).children.find(({ type }) => type === 'synced_reference');
    expect(copy?.children).toEqual([]);
    expect(copy?.innerBlockManager?.rootBlockModel.record.id).toBe('DocSynced000000000000000001');
    expect(copy?.innerBlockManager?.rootBlockModel.children[0]?.record.id).toBe(
      'BlockInSynced00000000000001',
    );
  });

  it('lies one level deeper in older builds', () => {
    const { blockManager } = buildPageMain(load(everything, '?model=older')) as PageMain;
    expect(blockManager.rootBlockModel).toBeUndefined();
    expect(blockManager.model?.rootBlockModel.record.id).toBe(everything);
  });

  it('keeps the true blocks among its traps', () => {
    const { children } = root(load(everything, '?model=hostile'));
    expect(() => String(children[0]?.type)).toThrow('trap');
    expect(children.some((child) => child === null)).toBe(true);
    const ids = children.slice(1).map((child) => (child as BlockModel | null)?.record?.id);
    expect(ids.filter((id) => id === topLevel)).toHaveLength(2);
  });
});

describe('createLoad', () => {
  it('numbers blocks anew in every load', () => {
    const [first, second] = [load(everything), load(everything)];
    expect(first.numberOf(everything)).toBe(1);
    expect(first.numberOf(topLevel)).not.toBe(second.numberOf(topLevel));
  });

  it('numbers headings on demand', () => {
    const ids = store.document(everything)?.blocks.filter(({ type }) => type.startsWith('heading')) ?? [];
    const numbered = load(everything, '?headings=numbered');
    expect(ids.map(({ blockId }) => numbered.orderOf(blockId))).toEqual(['1', '1.1', '1.1.1']);
    expect(load(everything).orderOf(ids[0]?.blockId ?? '')).toBe('');
  });
});
