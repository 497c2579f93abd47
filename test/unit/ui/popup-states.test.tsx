// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { errorRemedies } from '../../../components/error-remedies';
import { type ErrorCode } from '../../../components/errors';
import { setLocale } from '../i18n/fake-i18n';
import { boardList, boardRows } from './fake-background';
import { openPopup, resetPopup, row } from './open-popup';
import { button, clearPage, click, find, pageText, settle } from './page';

const codes = Object.keys(errorRemedies).filter((code): code is ErrorCode => code in errorRemedies);

beforeEach(resetPopup);
afterEach(async () => {
  vi.useRealTimers();
  await clearPage();
});

describe('states', () => {
  it.each([
    ['page-not-document', 'This page is not a Feishu or Lark document.'],
    ['page-kind-unsupported', 'Boards on this kind of page cannot be saved yet.'],
  ] as const)('says what is wrong with the page: %s', async (code, sentence) => {
    const { background } = await openPopup();
    await settle(() => background.push('boards', { problem: { code } }));
    expect(find('h2').textContent).toBe(sentence);
    expect(document.querySelectorAll('main button')).toHaveLength(1);
  });

  it.each([
    [{ url: 'https://acme.feishu.cn/docx/doc2', title: 'Plan' }, 'Open “Plan”'],
    [{ url: 'https://acme.feishu.cn/docx/doc2', title: '' }, 'Open “Untitled document”'],
    [{ url: 'https://www.feishu.cn/drive/home/' }, 'Open my documents'],
  ])('leads from a page that is no document to one: %o', async (way, words) => {
    const { background, did } = await openPopup({}, { wayToBoards: async () => way });
    await settle(() => background.push('boards', { problem: { code: 'page-not-document' } }));
    await click(button(words));
    expect(did).toEqual([`open ${way.url}`]);
  });

  it('looks again where there is no better page to go to', async () => {
    const { background } = await openPopup({}, { wayToBoards: async () => undefined });
    await settle(() => background.push('boards', { problem: { code: 'page-not-document' } }));
    await click(button('Look again'));
    expect(background.asked('watch boards')).toHaveLength(2);
  });

  it.each(codes)('has words, a picture and one button where there is no list: %s', async (code) => {
    const { background } = await openPopup();
    await settle(() => background.push('boards', { list: boardList([], { problem: { code } }) }));
    expect(find('.state h2').textContent).not.toBe('');
    expect(document.querySelectorAll('.state .icon')).toHaveLength(1);
    // Whoever signs in may do it elsewhere as well.
    expect(document.querySelectorAll('.state button:not(.link)')).toHaveLength(1);
  });

  it('offers to look again when looking takes long', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    const { background } = await openPopup();
    expect(document.querySelectorAll('main button')).toHaveLength(0);
    await settle(() => vi.advanceTimersByTime(4000));
    expect(pageText()).toContain('Still looking.');
    await click(button('Look again'));
    expect(background.asked('watch boards')).toHaveLength(2);
    expect(pageText()).not.toContain('Still looking.');
  });

  it('says that there are no boards', async () => {
    const { background } = await openPopup();
    await settle(() => background.push('boards', { list: boardList([]) }));
    expect(pageText()).toContain('There are no boards in this document.');
  });

  it('looks again for boards on request', async () => {
    const { background } = await openPopup();
    await settle(() => background.push('boards', { list: boardList([]) }));
    const before = background.asked('watch boards').length;
    await click(button('Look again'));
    expect(background.asked('watch boards')).toHaveLength(before + 1);
  });

  it('reloads a page that cannot be reached, then asks again', async () => {
    const { background, did } = await openPopup();
    await settle(() => background.push('boards', { problem: { code: 'page-unreachable' } }));
    await click(button('Reload page'));
    expect(did).toEqual(['reload']);
    expect(background.asked('watch boards')).toHaveLength(2);
  });

  it('takes a page that it may not even know the address of for no document', async () => {
    const { background } = await openPopup({}, { tabUrl: undefined });
    await settle(() => background.push('boards', { problem: { code: 'page-unreachable' } }));
    expect(find('h2').textContent).toBe('This page is not a Feishu or Lark document.');
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

describe('an answer that does not come', () => {
  const late = 'The list of boards is taking unusually long.';
  const wait = (ms: number): Promise<void> => settle(() => vi.advanceTimersByTime(ms));
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is said, with the way to ask again, which is waited for anew', async () => {
    const { background } = await openPopup();
    await wait(5000);
    expect(pageText()).toContain('Still looking.');
    await wait(20_000);
    expect(find('h2').textContent).toBe(late);
    await click(button('Retry'));
    expect(background.asked('watch boards')).toHaveLength(2);
    expect(pageText()).not.toContain(late);
    await wait(25_000);
    expect(find('h2').textContent).toBe(late);
    await settle(() => background.push('boards', { list: boardList(boardRows(2)) }));
    expect(pageText()).not.toContain(late);
    expect(document.querySelectorAll('.row')).toHaveLength(2);
  });

  it('is said where the first answer has no rows and no better one follows', async () => {
    const { background } = await openPopup();
    await settle(() => background.push('boards', { list: boardList([], { settled: false }) }));
    await wait(25_000);
    expect(find('h2').textContent).toBe(late);
  });

  it('is said above the rows that are known, each time that nothing more has come for long', async () => {
    const { background } = await openPopup({}, { lastShown: boardList(boardRows(3), { settled: false }) });
    await wait(15_000);
    await settle(() => background.push('boards', { list: boardList(boardRows(4), { settled: false }) }));
    await wait(15_000);
    expect(pageText()).not.toContain(late);
    await wait(10_000);
    expect(find('.strip').textContent).toContain(late);
    expect(document.querySelectorAll('.row')).toHaveLength(4);
    await settle(() => background.push('boards', { list: boardList(boardRows(4)) }));
    expect(document.querySelector('.strip')).toBeNull();
  });
});
