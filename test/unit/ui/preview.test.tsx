// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../components/errors';
import { boardList, boardRow, storedImage } from './fake-background';
import { openPopup, resetPopup } from './open-popup';
import { button, clearPage, click, find, pageText, press, settle, type } from './page';

beforeEach(resetPopup);
afterEach(clearPage);

const rows = [1, 2, 3].map((number) =>
  boardRow(number, { stored: storedImage({ key: `feishu/me/w${number}` }) }),
);
const thumbnail = (number: number): HTMLElement => find(`[data-block-id=b${number}] [data-action=preview]`);
const title = (): string => find('dialog h2').textContent ?? '';
const isOpen = (): boolean => document.querySelector('dialog') !== null;

async function openList(change: Parameters<typeof openPopup>[1] = {}, list = boardList(rows)) {
  const opened = await openPopup({}, change);
  await settle(() => opened.background.push('boards', { list }));
  return opened;
}

/** The preview is loaded when it is asked for. */
async function openPreview(number: number): Promise<void> {
  thumbnail(number).focus();
  await click(thumbnail(number));
  await vi.waitUntil(isOpen);
  await settle();
  await settle();
}

describe('the preview', () => {
  it('shows the board whose picture is clicked, and chooses nothing', async () => {
    await openList();
    await openPreview(2);
    expect(title()).toBe('Board 2');
    expect(find('dialog header').textContent).toContain('2 of 3');
    expect(button('Save 3 boards')).toBeDefined();
  });

  it('shows the whole picture as soon as it is read, the small one until then', async () => {
    const asked: string[] = [];
    let give: (blob: Blob) => void = () => {};
    await openList({
      readPicture: (key) => {
        asked.push(key);
        return new Promise((resolve) => (give = resolve));
      },
    });
    await openPreview(1);
    const small = find<HTMLImageElement>('dialog img').src;
    await settle(() => give(new Blob(['whole'])));
    expect(asked).toEqual(['feishu/me/w1']);
    expect(find<HTMLImageElement>('dialog img').src).not.toBe(small);
  });

  it('goes to the boards beside it by button and arrow, and stops at the ends', async () => {
    await openList();
    await openPreview(2);
    await click(button('Next board'));
    expect(title()).toBe('Board 3');
    expect(button('Next board').disabled).toBe(true);
    find('.preview-room').focus();
    for (let times = 0; times < 3; times++) await press('ArrowLeft');
    expect(title()).toBe('Board 1');
    expect(button('Previous board').disabled).toBe(true);
  });

  it('goes through what the filter leaves', async () => {
    await openList({}, boardList(Array.from({ length: 12 }, (_, index) => boardRow(index + 1))));
    await type(find<HTMLInputElement>('input[type=search]'), 'Board 1');
    await openPreview(1);
    await click(button('Next board'));
    expect(title()).toBe('Board 10');
    expect(find('dialog header').textContent).toContain('2 of 4');
  });

  it('closes with Space, and the focus goes to the row of the board that was seen last', async () => {
    await openList();
    await openPreview(1);
    find('.preview-room').focus();
    await press('ArrowRight');
    await press(' ');
    expect(isOpen()).toBe(false);
    expect(document.activeElement).toBe(thumbnail(2));
  });

  it('saves with Enter and copies with C what it shows, and says so', async () => {
    const copied: string[] = [];
    const { background } = await openList({
      copyBoard: async ({ blockId }) => {
        copied.push(blockId);
        return {};
      },
    });
    await openPreview(3);
    find('.preview-room').focus();
    await press('Enter');
    expect(background.asked('board/save')).toEqual([{ tabId: 7, blockId: 'b3' }]);
    expect(find('dialog output').textContent).toBe('Saved Show in folder');
    await press('c');
    expect(copied).toEqual(['b3']);
    expect(find('dialog output').textContent).toBe('Copied');
  });

  it('says why there is no picture, with a way out', async () => {
    const background = {
      'board/fetch': () => {
        throw new AppError('board-forbidden');
      },
    };
    const opened = await openPopup(background);
    await settle(() => opened.background.push('boards', { list: boardList([boardRow(1)]) }));
    await openPreview(1);
    expect(find('dialog output').textContent).toContain('You do not have permission to view this board.');
  });

  it('leaves the keys of the list to itself while it is open', async () => {
    await openList();
    await openPreview(1);
    find('.preview-room').focus();
    await press('a');
    expect(pageText()).toContain('3 of 3 selected');
  });
});
