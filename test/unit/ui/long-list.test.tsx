// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { settings } from '../../../components/settings/settings';
import { BoardListView } from '../../../components/ui/popup/board-list-view';
import { PopupContext } from '../../../components/ui/popup/popup-context';
import { reuseRows } from '../../../components/ui/popup/reuse-rows';
import { rowHeight, rowsInSight } from '../../../components/ui/popup/use-filled-rows';
import { setLocale } from '../i18n/fake-i18n';
import { boardList, boardRow, boardRows, createFakeBackground, now, storedImage } from './fake-background';
import { createFakeNotices } from './fake-notices';
import { clearPage, find, settle, type } from './page';

beforeEach(() => {
  setLocale('en');
  fakeBrowser.reset();
  vi.stubGlobal('IntersectionObserver', undefined); // every row counts as seen
});
afterEach(clearPage);

function listOf(count: number, settled: boolean) {
  const { send, runTask, watch } = createFakeBackground({ 'board/fetch': () => ({ image: storedImage() }) });
  const deps = {
    tabId: 7,
    tabUrl: undefined,
    wayToBoards: async () => undefined,
    openPage: async () => {},
    policy: { allowClipboard: true, allowedFormats: undefined },
    lastShown: undefined,
    remember: () => {},
    send,
    runTask,
    watch,
    readThumbnail: async () => undefined,
    readPicture: async () => undefined,
    showFile: async () => {},
    readShortcuts: async () => ({ 'copy-board': 'Alt+Shift+W', 'save-all': '' }),
    copyBoard: async () => ({}),
    copyAll: async () => {},
    copyOneByOne: async () => {},
    dragOut: () => {},
    findBoard: async () => {},
    recipe: settings.recipe,
    output: settings.jobOutput,
    asksForEach: settings.asksForEach,
    saveSources: async () => [],
    openOptions: () => {},
    noticeAccess: createFakeNotices(),
    hostAccess: { isMissing: async () => false, ask: async () => true, watch: () => () => {} },
    sidePanel: undefined,
    reloadTab: async () => {},
    openLink: () => {},
    diagnose: async () => {},
    mayCreateApp: async () => false,
    now: () => now,
  };
  const limit = async <Result,>(task: () => Promise<Result>) => task();
  const tools = { deps, announce: () => {}, limit };
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

type Tell = (entries: { isIntersecting: boolean; target: Element }[]) => void;

/** Sees only what it is told to. */
function stubSight(): { see: (element: Element) => Promise<void> } {
  const watched = new Map<Element, Tell>();
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly #tell: Tell;
      constructor(tell: Tell) {
        this.#tell = tell;
      }
      observe(element: Element): void {
        watched.set(element, this.#tell);
      }
      unobserve(element: Element): void {
        watched.delete(element);
      }
    },
  );
  const see = (target: Element): Promise<void> =>
    settle(() => watched.get(target)?.([{ isIntersecting: true, target }]));
  return { see };
}

const buttonsOf = (row: Element | undefined): number => row?.querySelectorAll('button').length ?? NaN;

async function allRowsOf(count: number): Promise<HTMLElement[]> {
  await settle(() => render(listOf(count, true)(), document.body));
  await vi.waitFor(() => expect(rowElements()).toHaveLength(count), { timeout: 10_000 });
  return rowElements();
}

describe('a long list', () => {
  it('has in its first frame the rows that can be seen, and room for all others', () => {
    render(listOf(400, true)(), document.body);
    const rows = rowElements();
    expect(rows).toHaveLength(rowsInSight(window.innerHeight));
    expect(rows.map(buttonsOf)).toEqual(rows.map(() => 4));
    const room = document.querySelector<HTMLElement>('ul > [aria-hidden]');
    expect(room?.style.blockSize).toBe(`${(400 - rows.length) * rowHeight}px`);
  });

  it('has all names by and by, and nothing in their place', async () => {
    stubSight();
    const rows = await allRowsOf(400);
    expect(rows.map((row) => row.querySelector('h2')?.textContent)).toEqual(
      boardRows(400).map(({ name }) => name),
    );
    expect(document.querySelector('ul > [aria-hidden]')).toBeNull();
  });

  it('draws a row when it comes into sight', async () => {
    const { see } = stubSight();
    const row = (await allRowsOf(60))[50];
    expect(buttonsOf(row)).toBe(0);
    if (row) await see(row);
    expect(buttonsOf(row)).toBe(4);
  });

  it('draws a row that the focus comes to, and hands the focus on', async () => {
    stubSight();
    const row = (await allRowsOf(60))[50];
    expect(row?.tabIndex).toBe(0);
    await settle(() => row?.focus());
    expect(document.activeElement).toBe(row?.querySelector('[data-action=preview]'));
    expect(row?.tabIndex).toBe(-1);
  });

  it('has the rows of a filter at once', async () => {
    stubSight();
    render(listOf(400, true)(), document.body);
    await type(find<HTMLInputElement>('input[type=search]'), 'Board 399');
    const shown = rowElements().filter(({ hidden }) => !hidden);
    expect(shown.map((row) => row.querySelector('h2')?.textContent)).toEqual(['Board 399']);
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
