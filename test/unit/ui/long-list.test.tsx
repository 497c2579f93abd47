// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { settings } from '../../../components/settings/settings';
import { BoardListView } from '../../../components/ui/popup/board-list-view';
import { PopupContext } from '../../../components/ui/popup/popup-context';
import { reuseRows } from '../../../components/ui/popup/reuse-rows';
import { setLocale } from '../i18n/fake-i18n';
import { boardList, boardRow, boardRows, createFakeBackground, now, storedImage } from './fake-background';
import { clearPage, settle } from './page';

beforeEach(() => {
  setLocale('en');
  fakeBrowser.reset();
  vi.stubGlobal('IntersectionObserver', undefined); // every row counts as seen
});
afterEach(clearPage);

function listOf(count: number, settled: boolean) {
  const { send, watch } = createFakeBackground({ 'board/fetch': () => ({ image: storedImage() }) });
  const deps = {
    tabId: 7,
    send,
    watch,
    readThumbnail: async () => undefined,
    copyBoard: async () => ({}),
    findBoard: async () => {},
    output: settings.jobOutput,
    openOptions: () => {},
    reloadTab: async () => {},
    openLink: () => {},
    diagnose: async () => {},
    now: () => now,
  };
  const limit = async <Result,>(task: () => Promise<Result>) => task();
  const tools = { deps, announce: () => {}, limit, now };
  const view = (rows = boardRows(count), isSettled = settled) => (
    <PopupContext value={tools}>
      <BoardListView list={boardList(rows, { settled: isSettled })} isSaving={false} onRetry={() => {}}>
        {null}
      </BoardListView>
    </PopupContext>
  );
  return view;
}

const rowElements = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('li[data-block-id]')];

describe('a long list', () => {
  it('has every name in its first frame, and everything in the rows that can be seen', () => {
    render(listOf(400, true)(), document.body);
    const rows = rowElements();
    expect(rows.map((row) => row.querySelector('h2')?.textContent)).toEqual(
      boardRows(400).map(({ name }) => name),
    );
    expect(rows[11]?.querySelectorAll('button')).toHaveLength(3);
    expect(rows[12]?.querySelector('button')).toBeNull();
  });

  it('draws the others by and by', async () => {
    await settle(() => render(listOf(60, true)(), document.body));
    await vi.waitFor(() => expect(document.querySelectorAll('[data-action="save"]')).toHaveLength(60));
  });

  it('keeps the elements of its rows when the answer of the server amends it', async () => {
    const view = listOf(3, false);
    await settle(() => render(view(), document.body));
    const [first, second, third] = rowElements();
    const names = document.querySelectorAll('h2')[1];
    await settle(() => render(view([boardRow(9), ...boardRows(3), boardRow(4)], true), document.body));
    const rows = rowElements();
    expect(rows).toHaveLength(5);
    expect([rows[1] === first, rows[2] === second, rows[3] === third]).toEqual([true, true, true]);
    expect(rows[2]?.querySelector('h2') === names).toBe(true);
  });
});

describe('rows of a newer list', () => {
  it('are the objects that they were, unless something of them has changed', () => {
    const before = boardRows(2);
    const [same, changed] = reuseRows(before, [boardRow(1), { ...boardRow(2), name: 'Other' }]);
    expect(same).toBe(before[0]);
    expect(changed?.name).toBe('Other');
  });
});
