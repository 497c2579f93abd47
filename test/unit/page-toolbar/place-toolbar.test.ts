import { describe, expect, it } from 'vitest';
import { placeToolbar } from '../../../components/page-toolbar/place-toolbar';

const view = { left: 200, top: 50, right: 1200, bottom: 800 };
const size = { width: 180, height: 36 };
const board = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('placeToolbar', () => {
  it('stands in the upper right corner of the board', () => {
    expect(placeToolbar(board(300, 100, 800, 400), view, size)).toEqual({ left: 912, top: 108 });
  });

  it('stays in sight while the upper edge of its board is scrolled away', () => {
    expect(placeToolbar(board(300, -200, 800, 400), view, size)).toEqual({ left: 912, top: 58 });
  });

  it('stays in sight on a board that is wider than the window', () => {
    expect(placeToolbar(board(100, 100, 3000, 400), view, size)).toEqual({ left: 1012, top: 108 });
  });

  it('leaves a board of which hardly anything is to be seen', () => {
    expect(placeToolbar(board(300, -380, 800, 440), view, size)).toBeUndefined();
    expect(placeToolbar(board(300, 900, 800, 400), view, size)).toBeUndefined();
  });

  it('stands in the middle of a board that is as low as itself, and within the window', () => {
    expect(placeToolbar(board(300, 100, 800, 40), view, size)).toEqual({ left: 912, top: 102 });
    expect(placeToolbar(board(210, 100, 60, 300), view, size)).toEqual({ left: 200, top: 108 });
  });
});
