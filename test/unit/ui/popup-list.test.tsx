// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { AppError } from '../../../components/errors';
import { boardList, boardRow, boardRows, now, storedImage } from './fake-background';
import { openPopup, resetPopup, row, statusOf } from './open-popup';
import { button, clearPage, click, find, pageText, settle, type } from './page';

beforeEach(resetPopup);
afterEach(clearPage);

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

  it('keeps the age of a picture true, and draws nothing else of its row anew', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    let passed = 0;
    const { background } = await openPopup({}, { now: () => now + passed });
    const stored = storedImage();
    await settle(() => background.push('boards', { list: boardList([boardRow(1, { stored })]) }));
    const words = vi.spyOn(browser.i18n, 'getMessage');
    onTestFinished(() => words.mockRestore());
    passed = 60_000;
    await settle(() => vi.advanceTimersByTime(passed));
    expect(statusOf(1)).toBe('1,920 × 1,080 px · PNG 340 kB · 6 minutes ago');
    expect(words.mock.calls.map(([key]) => key)).not.toContain('pixels');
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
