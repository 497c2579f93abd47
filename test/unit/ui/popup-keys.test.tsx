// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PopupDeps } from '../../../components/ui/popup/popup-deps';
import { boardList, boardRows } from './fake-background';
import { action, openPopup, resetPopup } from './open-popup';
import { button, clearPage, find, pageText, press, settle, type } from './page';

beforeEach(resetPopup);
afterEach(clearPage);

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

  it('choose a board with X, and with Shift all in between', async () => {
    await openWith(4);
    await press('ArrowDown');
    await press('x');
    expect(button('Save 3 boards')).toBeDefined();
    await press('ArrowDown');
    await press('ArrowDown');
    await settle(() =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'X', shiftKey: true, bubbles: true }),
      ),
    );
    expect(button('Save 1 board')).toBeDefined();
  });

  it('choose none and all with A', async () => {
    await openWith(2);
    await press('a');
    expect(button('Select boards').disabled).toBe(true);
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

  it('are listed on ?, with the shortcuts that the browser has', async () => {
    await openWith(2);
    await press('?');
    await settle();
    expect(find('dialog').textContent).toContain('Alt+Shift+WCopy the board in view');
    expect(find('dialog').textContent).not.toContain('Save all boards');
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
