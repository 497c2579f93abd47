// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { AppError } from '../../../components/errors';
import { settings } from '../../../components/settings/settings';
import { Popup } from '../../../components/ui/popup/popup';
import type { PopupDeps } from '../../../components/ui/popup/popup-deps';
import { setLocale } from '../i18n/fake-i18n';
import {
  boardList,
  boardRow,
  boardRows,
  createFakeBackground,
  job,
  now,
  storedImage,
} from './fake-background';
import { button, clearPage, click, find, pageText, press, settle, show, type } from './page';

beforeEach(() => {
  setLocale('en');
  fakeBrowser.reset();
  vi.stubGlobal('IntersectionObserver', undefined); // every row counts as seen
});
afterEach(clearPage);

async function openPopup(
  answers: Parameters<typeof createFakeBackground>[0] = {},
  change: Partial<PopupDeps> = {},
) {
  const background = createFakeBackground({
    'board/fetch': () => ({ image: storedImage() }),
    'board/save': () => ({ fileName: 'x.png', image: storedImage() }),
    ...answers,
  });
  const did: string[] = [];
  const deps: PopupDeps = {
    tabId: 7,
    lastShown: undefined,
    remember: () => {},
    send: background.send,
    watch: background.watch,
    readThumbnail: async () => new Blob(['x'], { type: 'image/webp' }),
    copyBoard: async () => ({}),
    copyAll: async () => {},
    copyOneByOne: async () => {},
    findBoard: async (blockId) => void did.push(`find ${blockId}`),
    recipe: settings.recipe,
    output: settings.jobOutput,
    openOptions: (brand) => did.push(`options ${brand ?? ''}`.trim()),
    diagnose: () => did.push('diagnose'),
    hostAccess: { isMissing: async () => false, ask: async () => true, watch: () => () => {} },
    reloadTab: async () => void did.push('reload'),
    openLink: (url) => did.push(url),
    now: () => now,
    ...change,
  };
  await show(<Popup deps={deps} />);
  return { background, did };
}

const row = (number: number): HTMLElement => find(`[data-block-id=b${number}]`);
const statusOf = (number: number): string => row(number).querySelector('.status')?.textContent ?? '';
const action = (number: number, name: 'copy' | 'save'): HTMLElement =>
  find(`[data-block-id=b${number}] [data-action=${name}]`);
const announced = (): string => find('output.visually-hidden').textContent ?? '';

describe('the list', () => {
  it('says that it is looking until the first answer', async () => {
    await openPopup();
    expect(pageText()).toContain('Looking for boards…');
  });

  it('shows at once what was last shown, until the background knows as much', async () => {
    const remembered: number[] = [];
    const lastShown = boardList(boardRows(3), { settled: false });
    const { background } = await openPopup(
      {},
      { lastShown, remember: ({ rows }) => remembered.push(rows.length) },
    );
    expect(find('header p').textContent).toBe('3 boards · checking for more…');
    const element = row(2);
    await settle(() => background.push('boards', { list: boardList([boardRow(2)], { settled: false }) }));
    expect(document.querySelectorAll('.row')).toHaveLength(3);
    await settle(() => background.push('boards', { list: boardList([boardRow(2), boardRow(4)]) }));
    expect(document.querySelectorAll('.row')).toHaveLength(2);
    expect(row(2)).toBe(element);
    expect(remembered).toEqual([2]);
  });

  it('shows no list that was last shown once the background says why there is none', async () => {
    const { background } = await openPopup({}, { lastShown: boardList(boardRows(3), { settled: false }) });
    await settle(() => background.push('boards', { problem: { code: 'page-unreachable' } }));
    expect(document.querySelectorAll('.row')).toHaveLength(0);
  });

  it('shows title, number and rows, and that more may come', async () => {
    const { background } = await openPopup();
    await settle(() => background.push('boards', { list: boardList(boardRows(2), { settled: false }) }));
    expect(find('h1').textContent).toBe('Weekly report');
    expect(find('header p').textContent).toBe('2 boards · checking for more…');
    expect(document.querySelectorAll('.row')).toHaveLength(2);
  });

  it('keeps each row, its element and its thumbnail, when a better list comes', async () => {
    const { background } = await openPopup();
    await settle(() => background.push('boards', { list: boardList([boardRow(2)], { settled: false }) }));
    const element = row(2);
    const thumbnail = element.querySelector('img');
    const amended = [boardRow(1), boardRow(2, { name: 'Roadmap' })];
    await settle(() => background.push('boards', { list: boardList(amended) }));
    expect(row(2)).toBe(element);
    expect(element.querySelector('img')).toBe(thumbnail);
    expect(thumbnail).not.toBeNull();
    expect(element.querySelector('.name')?.textContent).toBe('Roadmap');
  });

  it('tells size, format, bytes and age of a stored picture without fetching it', async () => {
    const { background } = await openPopup();
    const stored = storedImage({ type: 'image/svg+xml' });
    await settle(() => background.push('boards', { list: boardList([boardRow(1, { stored })]) }));
    expect(statusOf(1)).toBe('1,920 × 1,080 px · SVG 340 kB · 5 minutes ago');
    expect(background.asked('board/fetch')).toEqual([]);
  });

  it('fetches a picture that is not stored, at most three at a time', async () => {
    const finish: (() => void)[] = [];
    const { background } = await openPopup({
      'board/fetch': () => new Promise((resolve) => finish.push(() => resolve({ image: storedImage() }))),
    });
    await settle(() => background.push('boards', { list: boardList(boardRows(5)) }));
    expect(finish).toHaveLength(3);
    await settle(() => finish[0]?.());
    expect(finish).toHaveLength(4);
    expect(statusOf(1)).toContain('340 kB');
  });

  it('fetches no picture while nobody is signed in: the list has said why', async () => {
    const { background } = await openPopup();
    const list = boardList(boardRows(2), { problem: { code: 'not-signed-in' } });
    await settle(() => background.push('boards', { list }));
    expect(background.asked('board/fetch')).toEqual([]);
    expect(button('Save 2 boards').disabled).toBe(true);
  });

  it('names the reason where a picture cannot be had, and tries again on request', async () => {
    let isOpen = false;
    const { background } = await openPopup({
      'board/fetch': () => {
        if (!isOpen) throw new AppError('board-missing');
        return { image: storedImage() };
      },
    });
    await settle(() => background.push('boards', { list: boardList([boardRow(1)]) }));
    expect(statusOf(1)).toContain('no picture yet');
    isOpen = true;
    await click(button('Retry'));
    expect(statusOf(1)).toContain('340 kB');
  });

  it('has a filter from nine boards on, and saves what is left of them', async () => {
    const { background } = await openPopup();
    await settle(() => background.push('boards', { list: boardList(boardRows(8)) }));
    expect(document.querySelector('input[type=search]')).toBeNull();
    const rows = [...boardRows(8), boardRow(9, { name: 'Roadmap' })];
    await settle(() => background.push('boards', { list: boardList(rows) }));
    await type(find<HTMLInputElement>('input[type=search]'), 'roadM');
    expect(document.querySelectorAll('.row:not([hidden])')).toHaveLength(1);
    await click(button('Save 1 board'));
    expect(background.asked('job/start')).toEqual([{ tabId: 7, blockIds: ['b9'], output: 'zip' }]);
  });
});

describe('states', () => {
  it.each([
    ['page-not-document', 'This page is not a Feishu or Lark document.'],
    ['page-kind-unsupported', 'Boards on this kind of page cannot be saved yet.'],
  ] as const)('says what is wrong with the page: %s', async (code, sentence) => {
    const { background } = await openPopup();
    await settle(() => background.push('boards', { problem: { code } }));
    expect(find('h2').textContent).toBe(sentence);
    expect(document.querySelectorAll('main button')).toHaveLength(0);
  });

  it('says that there are no boards', async () => {
    const { background } = await openPopup();
    await settle(() => background.push('boards', { list: boardList([]) }));
    expect(pageText()).toContain('There are no boards in this document.');
  });

  it('leads to the settings when not signed in', async () => {
    const { background, did } = await openPopup();
    const list = boardList([], { brand: 'lark', problem: { code: 'not-signed-in' } });
    await settle(() => background.push('boards', { list }));
    await click(button('Sign in'));
    expect(did).toEqual(['options lark']);
  });

  it('reloads a page that cannot be reached, then asks again', async () => {
    const { background, did } = await openPopup();
    await settle(() => background.push('boards', { problem: { code: 'page-unreachable' } }));
    await click(button('Reload page'));
    expect(did).toEqual(['reload']);
    expect(background.asked('watch boards')).toHaveLength(2);
  });

  it('asks for the hosts where the browser keeps them from the extension, and reloads when it has them', async () => {
    let isGiven = false;
    let changed = (): void => {};
    const ask = async (): Promise<boolean> => {
      isGiven = true;
      changed();
      return true;
    };
    const watch = (onChange: () => void) => {
      changed = onChange;
      return () => {};
    };
    const hostAccess = { isMissing: async () => !isGiven, ask, watch };
    const { background, did } = await openPopup({}, { hostAccess });
    await settle(() => background.push('boards', { problem: { code: 'page-unreachable' } }));
    expect(pageText()).toContain('Your browser keeps Board Saver out of Feishu and Lark.');
    await click(button('Allow access'));
    expect(did).toEqual(['reload']);
    expect(pageText()).not.toContain('Your browser keeps Board Saver out');
    expect(background.asked('watch boards')).toHaveLength(2);
  });

  it('leaves the page as it is when the hosts are refused', async () => {
    const hostAccess = { isMissing: async () => true, ask: async () => false, watch: () => () => {} };
    const { background, did } = await openPopup({}, { hostAccess });
    await settle(() => background.push('boards', { problem: { code: 'page-unreachable' } }));
    await click(button('Allow access'));
    expect(did).toEqual([]);
    expect(pageText()).toContain('Your browser keeps Board Saver out of Feishu and Lark.');
  });

  it('says above the rows why the list may be incomplete, with the way to grant', async () => {
    const { background, did } = await openPopup();
    const details = { scopes: ['docx:document:readonly'], helpUrl: 'https://open.feishu.cn/grant' };
    const list = boardList(boardRows(1), {
      complete: false,
      problem: { code: 'app-scope-missing', details },
    });
    await settle(() => background.push('boards', { list }));
    expect(find('.strip').textContent).toContain('The app lacks a permission: docx:document:readonly.');
    await click(button('Grant permission'));
    expect(did).toEqual(['https://open.feishu.cn/grant']);
    expect(document.querySelectorAll('.row')).toHaveLength(1);
  });

  it('asks anew on retry and keeps the rows meanwhile', async () => {
    const { background } = await openPopup();
    const list = boardList(boardRows(1), { problem: { code: 'network-failed' } });
    await settle(() => background.push('boards', { list }));
    const element = row(1);
    await click(button('Retry'));
    expect(background.asked('watch boards')).toHaveLength(2);
    expect(row(1)).toBe(element);
  });

  it('shows who is signed in', async () => {
    const { background } = await openPopup({
      'account/status': () => [{ brand: 'feishu', signedIn: true, name: '李娜' }],
    });
    await settle(() => background.push('boards', { list: boardList(boardRows(1)) }));
    expect(button('Signed in to Feishu as 李娜').textContent).toBe('李');
  });

  it('leads to the diagnosis of the page, whatever the list says', async () => {
    const { background, did } = await openPopup();
    await settle(() => background.push('boards', { problem: { code: 'page-not-document' } }));
    await click(button('Diagnose this page'));
    expect(did).toEqual(['diagnose']);
  });

  it('speaks Chinese', async () => {
    setLocale('zh_CN');
    const { background } = await openPopup();
    await settle(() => background.push('boards', { list: boardList(boardRows(3)) }));
    expect(button('保存 3 个画板')).toBeDefined();
  });
});

describe('copying and saving one board', () => {
  it('asks for the clipboard in the tick of the click', async () => {
    const copied: string[] = [];
    const { background } = await openPopup(
      {},
      { copyBoard: async ({ blockId }) => ({ ...(copied.push(blockId) && {}) }) },
    );
    await settle(() => background.push('boards', { list: boardList(boardRows(2)) }));
    action(2, 'copy').click();
    expect(copied).toEqual(['b2']); // no tick has passed
    await settle();
    expect(statusOf(2)).toBe('Copied');
    expect(announced()).toBe('Copied Board 2');
  });

  it('is busy once, however often it is clicked', async () => {
    const { background } = await openPopup({ 'board/save': () => new Promise(() => {}) });
    await settle(() => background.push('boards', { list: boardList(boardRows(1)) }));
    await click(action(1, 'save'));
    await click(action(1, 'save'));
    expect(statusOf(1)).toBe('Saving…');
    expect(action(1, 'save').getAttribute('aria-busy')).toBe('true');
    expect(background.asked('board/save')).toEqual([{ tabId: 7, blockId: 'b1' }]);
  });

  it('says why it failed, and its button tries again', async () => {
    let isOnline = false;
    const { background } = await openPopup({
      'board/save': () => {
        if (!isOnline) throw new AppError('network-failed');
        return { image: storedImage() };
      },
    });
    await settle(() => background.push('boards', { list: boardList(boardRows(1)) }));
    await click(button('Save Board 1'));
    expect(statusOf(1)).toContain('The server cannot be reached.');
    expect(announced()).toContain('Board 1: The server cannot be reached.');
    isOnline = true;
    await click(button('Save Board 1 again'));
    expect(statusOf(1)).toBe('Saved');
  });

  it('goes on saying that an older picture was copied', async () => {
    const stoodIn = { fetchedAt: now - 60 * 60_000, because: { code: 'timed-out' } } as const;
    const { background } = await openPopup({}, { copyBoard: async () => ({ stoodIn }) });
    await settle(() => background.push('boards', { list: boardList(boardRows(1)) }));
    await click(action(1, 'copy'));
    expect(statusOf(1).replaceAll(/\s/g, ' ')).toBe(
      'Copied the picture from 1:02 PM, not a newer one. The server took too long to answer.',
    );
  });

  it('keeps the state of a row when the list is amended', async () => {
    const { background } = await openPopup({
      'board/save': () => {
        throw new AppError('download-denied');
      },
    });
    await settle(() => background.push('boards', { list: boardList([boardRow(2)], { settled: false }) }));
    await click(action(2, 'save'));
    await settle(() => background.push('boards', { list: boardList(boardRows(3)) }));
    expect(statusOf(2)).toContain('may not write to the download folder');
  });
});

describe('saving many boards', () => {
  it('saves all by default, late boards included', async () => {
    const { background } = await openPopup();
    await settle(() => background.push('boards', { list: boardList(boardRows(2), { settled: false }) }));
    await settle(() => background.push('boards', { list: boardList(boardRows(3)) }));
    await click(button('Save 3 boards'));
    expect(background.asked('job/start')).toEqual([
      { tabId: 7, blockIds: ['b1', 'b2', 'b3'], output: 'zip' },
    ]);
  });

  it('remembers how', async () => {
    const { background } = await openPopup();
    await settle(() => background.push('boards', { list: boardList(boardRows(2)) }));
    await click(find('input[value=files]'));
    await click(button('Save 2 boards'));
    expect(background.asked('job/start')).toMatchObject([{ output: 'files' }]);
    expect(await settings.jobOutput.get()).toBe('files');
  });

  it('says why it could not start', async () => {
    const { background } = await openPopup({
      'job/start': () => {
        throw new AppError('storage-full');
      },
    });
    await settle(() => background.push('boards', { list: boardList(boardRows(2)) }));
    await click(button('Save 2 boards'));
    expect(find('footer [role=alert]').textContent).toContain('The storage of the extension is full.');
  });

  it('shows the progress of this document in the place of the button, and cancels', async () => {
    const { background } = await openPopup();
    await settle(() => background.push('boards', { list: boardList(boardRows(3)) }));
    const items = [{ state: 'stored', bytes: 1_000_000 }, { state: 'failed' }, {}] as const;
    await settle(() => background.push('jobs', [job([...items])]));
    expect(find('.job').textContent).toContain('Fetching 2 of 3 · 1 MB');
    expect(find<HTMLProgressElement>('progress').value).toBe(2);
    expect(document.querySelector('.main-button')).toBeNull();
    await click(button('Cancel'));
    expect(background.asked('job/cancel')).toEqual([{ jobId: 'job1' }]);
  });

  it('tells what came of it, with the ways on', async () => {
    const { background } = await openPopup();
    await settle(() => background.push('boards', { list: boardList(boardRows(2)) }));
    const items = [
      {
        state: 'saved',
        bytes: 2_000_000,
        stoodIn: { fetchedAt: 5, because: { code: 'network-failed' } },
      },
      { state: 'failed', error: { code: 'board-forbidden' } },
    ] as const;
    const done = job([...items], {
      state: 'done',
      files: [{ url: 'blob:a', downloadId: 4, name: 'Weekly report.zip' }],
    });
    await settle(() => background.push('jobs', [done]));
    const text = find('.job').textContent;
    expect(text).toContain('Saved 1 board · 2 MB');
    expect(text).toContain('Weekly report.zip');
    expect(text).toContain('1 is an older picture');
    expect(text).toContain('1 board could not be saved');
    expect(text).toContain('You do not have permission to view this board.');
    expect(announced()).toBe('Saved 1 board 1 board could not be saved');
    await click(button('Show in folder'));
    await click(button('Retry failed'));
    await click(button('Dismiss'));
    for (const name of ['job/show', 'job/retry', 'job/dismiss']) {
      expect(background.asked(name)).toEqual([{ jobId: 'job1' }]);
    }
    expect(button('Save 2 boards')).toBeDefined();
  });

  it('shows a job of another document as such, and leaves the button', async () => {
    const { background } = await openPopup();
    await settle(() => background.push('boards', { list: boardList(boardRows(2)) }));
    const other = job([{}], { pageUrl: 'https://acme.feishu.cn/docx/other', documentTitle: 'Other' });
    await settle(() => background.push('jobs', [other]));
    expect(find('.job').textContent).toContain('From “Other”');
    expect(button('Save 2 boards')).toBeDefined();
  });
});

describe('keys', () => {
  async function openWith(count: number) {
    const copied: string[] = [];
    const copyBoard: PopupDeps['copyBoard'] = async ({ blockId }) => {
      copied.push(blockId);
      return {};
    };
    const opened = await openPopup({}, { copyBoard });
    await settle(() => opened.background.push('boards', { list: boardList(boardRows(count)) }));
    return { ...opened, copied };
  }
  const focusedRow = () =>
    document.activeElement?.closest<HTMLElement>('[data-block-id]')?.dataset['blockId'];

  it('move between rows with the arrows, and stop at the ends', async () => {
    await openWith(3);
    await press('ArrowDown');
    expect(focusedRow()).toBe('b1');
    await press('ArrowDown');
    await press('ArrowDown');
    await press('ArrowDown');
    expect(focusedRow()).toBe('b3');
    await press('ArrowUp');
    expect(focusedRow()).toBe('b2');
  });

  it('stay on the same button while moving', async () => {
    await openWith(2);
    action(1, 'save').focus();
    await press('ArrowDown');
    expect(document.activeElement).toBe(action(2, 'save'));
  });

  it('save with Enter and copy with C', async () => {
    const { background, copied } = await openWith(2);
    await press('ArrowDown');
    await press('Enter');
    expect(background.asked('board/save')).toEqual([{ tabId: 7, blockId: 'b1' }]);
    await press('c');
    expect(copied).toEqual(['b1']);
  });

  it('choose none and all with A', async () => {
    await openWith(2);
    await press('a');
    expect(button('Select boards to save').disabled).toBe(true);
    await press('A');
    expect(button('Save 2 boards').disabled).toBe(false);
  });

  it('leave letters and their shortcuts to the filter and the browser', async () => {
    const { copied } = await openWith(9);
    await press('/');
    expect(document.activeElement).toBe(find('input[type=search]'));
    await press('a');
    await press('c');
    expect(button('Save 9 boards')).toBeDefined();
    expect(copied).toEqual([]);
    await press('ArrowDown');
    expect(focusedRow()).toBe('b1');
  });

  it('empty the filter with Escape before the popup closes', async () => {
    await openWith(9);
    const field = find<HTMLInputElement>('input[type=search]');
    field.focus();
    await type(field, 'zzz');
    expect(pageText()).toContain('No name contains “zzz”.');
    expect((await press('Escape')).defaultPrevented).toBe(true);
    expect(field.value).toBe('');
    expect((await press('Escape')).defaultPrevented).toBe(false);
  });
});

describe('the menu of a row', () => {
  const menuEntry = (id: string): HTMLElement => find(`[data-entry="${id}"]`);

  it('saves in another format, with what else the settings say', async () => {
    const { background } = await openWithMenu({ 'board/has-vector': () => false });
    await click(menuEntry('png-2x'));
    expect(background.asked('board/save')).toEqual([
      { tabId: 7, blockId: 'b1', recipe: { format: 'png', size: { scale: 2 } } },
    ]);
    expect(document.querySelector('[data-entry="svg"]')).toBeNull();
  });

  it('offers SVG where there are drawings', async () => {
    const { background } = await openWithMenu({ 'board/has-vector': () => true });
    await click(menuEntry('svg'));
    expect(background.asked('board/save')).toMatchObject([{ recipe: { format: 'svg' } }]);
  });

  it('says in words what one should know of what was saved', async () => {
    const made = { source: 'served', preview: true, notes: ['enlarged'] } as const;
    await openWithMenu({
      'board/save': () => ({
        fileName: 'x.png',
        image: { ...storedImage(), made: { ...made, notes: [...made.notes] } },
      }),
    });
    await click(menuEntry('png-4x'));
    expect(statusOf(1)).toBe('Enlarged: it is larger, but no sharper than the picture as served.');
  });

  it('says what looks wrong with a picture', async () => {
    await openPopup({}, {}).then(({ background }) =>
      settle(() =>
        background.push('boards', {
          list: boardList([boardRow(1, { stored: { ...storedImage(), faults: ['blank'] } })]),
        }),
      ),
    );
    expect(statusOf(1)).toContain('Looks blank');
  });

  async function openWithMenu(answers: Parameters<typeof createFakeBackground>[0]) {
    const opened = await openPopup(answers);
    await settle(() => opened.background.push('boards', { list: boardList([boardRow(1)]) }));
    const menu = find('[role="menu"]');
    const toggled = Object.assign(new Event('toggle'), { newState: 'open' });
    Object.assign(menu, { hidePopover: () => {} });
    await settle(() => menu.dispatchEvent(toggled));
    return opened;
  }
});
