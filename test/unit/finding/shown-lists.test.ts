// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { rememberShownList } from '../../../components/finding/remember-shown-list';
import { forgetShownLists, recallShownList } from '../../../components/finding/shown-lists';
import type { BoardList } from '../../../components/messaging/protocol';

function listsIn(open: () => Storage, mayKeep: () => boolean) {
  return {
    recall: (url: string | undefined) => recallShownList(open, url),
    remember: (list: BoardList) =>
      rememberShownList({ open, mayKeep: async () => mayKeep(), now: () => 1 }, list),
  };
}

const lists = listsIn(
  () => localStorage,
  () => true,
);
const urlOf = (document: number): string => `https://acme.feishu.cn/docx/doc${document}`;

function listAt(url: string, boards = 2): BoardList {
  const rows = Array.from({ length: boards }, (_, at) => ({
    board: { blockId: `b${at}`, whiteboardId: `w${at}`, number: at + 1, mounted: true },
    name: `Board ${at}`,
    stored: {
      key: `feishu/me/w${at}`,
      whiteboardId: `w${at}`,
      type: 'image/png' as const,
      bytes: 10,
      width: 4,
      height: 3,
      fetchedAt: 1,
      usedAt: 2,
    },
  }));
  return { url, brand: 'feishu', title: 'Report', rows, settled: true, complete: true };
}

beforeEach(() => localStorage.clear());

describe('lists that were shown', () => {
  it('come back for the same document, as lists that are still being asked for', async () => {
    await lists.remember(listAt(`${urlOf(1)}?from=wiki#part`));
    const recalled = lists.recall(urlOf(1));
    expect(recalled).toMatchObject({ title: 'Report', settled: false, complete: false });
    expect(recalled?.rows.map(({ name }) => name)).toEqual(['Board 0', 'Board 1']);
    expect(recalled?.rows[1]?.stored?.key).toBe('feishu/me/w1');
  });

  it('do not tell the ids by which boards are asked for', async () => {
    await lists.remember(listAt(urlOf(1), 20));
    expect(lists.recall(urlOf(1))?.rows.every(({ board }) => board.whiteboardId === undefined)).toBe(true);
  });

  it('are not those of another document', async () => {
    await lists.remember(listAt(urlOf(1)));
    expect(lists.recall(urlOf(2))).toBeUndefined();
    expect(lists.recall(undefined)).toBeUndefined();
  });

  it('are few: the storage is read as a whole', async () => {
    for (const document of [1, 2, 3, 4, 5]) await lists.remember(listAt(urlOf(document)));
    expect(localStorage.length).toBe(3);
    expect(lists.recall(urlOf(5))).toBeDefined();
  });

  it('are forgotten all at once, and nothing else with them', async () => {
    localStorage.setItem('other', 'stays');
    await lists.remember(listAt(urlOf(1)));
    await lists.remember(listAt(urlOf(2)));
    forgetShownLists(localStorage);
    expect(lists.recall(urlOf(1))).toBeUndefined();
    expect(localStorage.getItem('other')).toBe('stays');
    expect(localStorage.length).toBe(1);
  });

  it('are not kept for whoever wants to be forgotten, and those of before go', async () => {
    let mayKeep = true;
    const forgettable = listsIn(
      () => localStorage,
      () => mayKeep,
    );
    await forgettable.remember(listAt(urlOf(1)));
    mayKeep = false;
    await forgettable.remember(listAt(urlOf(2)));
    expect(localStorage.length).toBe(0);
  });

  it('are done without where a row of them is none', () => {
    const kept = { url: urlOf(1), brand: 'feishu', title: '', stored: [] };
    const recallRows = (rows: unknown): unknown => {
      localStorage.setItem(`shown-list ${urlOf(1)}`, JSON.stringify({ ...kept, rows }));
      return lists.recall(urlOf(1))?.rows;
    };
    expect(recallRows([['a', 'Name']])).toHaveLength(1);
    for (const rows of [{}, ['ab'], [['a']], [['a', 'Name', '']], [['a', 7]], [['a', 'Name'], null]]) {
      expect(recallRows(rows)).toBeUndefined();
    }
  });

  it('are done without where they cannot be read or kept', async () => {
    for (const text of ['{', '{}', 'null']) {
      localStorage.setItem(`shown-list ${urlOf(1)}`, text);
      expect(lists.recall(urlOf(1))).toBeUndefined();
    }
    const forbidden = listsIn(
      () => {
        throw new DOMException('no', 'SecurityError');
      },
      () => true,
    );
    await forbidden.remember(listAt(urlOf(1)));
    expect(forbidden.recall(urlOf(1))).toBeUndefined();
  });
});
