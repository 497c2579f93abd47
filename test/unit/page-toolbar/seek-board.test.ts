import { describe, expect, it } from 'vitest';
import { seekBoard } from '../../../components/page-toolbar/seek-board';

/** A document whose editor mounts what is near the window. `boards` are places of boards, counted in blocks. */
function documentOf(blocks: number, boards: number[], start = 0) {
  const blockHeight = 60;
  const scroller = { scrollTop: start, scrollHeight: blocks * blockHeight, clientHeight: 800 };
  let screens = 0;
  const id = (place: number): string => `b${place}`;
  const mounted = (): string[] =>
    boards
      .filter(
        (place) =>
          place * blockHeight > scroller.scrollTop - 400 && place * blockHeight < scroller.scrollTop + 1200,
      )
      .map(id);
  const abort = new AbortController();
  const seek = (place: number, order = boards.map(id)) =>
    seekBoard(id(place), order, {
      scroller,
      mounted,
      painted: async () => {
        screens += 1;
      },
      signal: abort.signal,
    });
  return { abort, scroller, seek, mounted, screens: () => screens };
}

describe('seekBoard', () => {
  it('does not move when the board is mounted', async () => {
    const page = documentOf(6000, [3], 60);
    expect(await page.seek(3)).toBe(true);
    expect(page.scroller.scrollTop).toBe(60);
  });

  it('finds each of 400 boards among 6,000 blocks in few steps, from anywhere', async () => {
    const boards = Array.from({ length: 400 }, (_, at) => at * 15);
    for (const place of boards.filter((_, at) => at % 13 === 0)) {
      const page = documentOf(6000, boards, 180_000);
      expect(await page.seek(place)).toBe(true);
      expect(page.mounted()).toContain(`b${place}`);
      expect(page.screens()).toBeLessThan(30);
    }
  });

  it.each([899, 450, 100])('finds the only board of a long text, at block %i', async (place) => {
    const page = documentOf(900, [place], 20_000);
    expect(await page.seek(place)).toBe(true);
    expect(page.mounted()).toContain(`b${place}`);
  });

  it('finds a board whose neighbours are far away', async () => {
    for (const place of [5, 1700, 3100, 5990]) {
      const page = documentOf(
        6000,
        [0, place, 5999].toSorted((a, b) => a - b),
        100_000,
      );
      expect(await page.seek(place)).toBe(true);
    }
  });

  it('finds a board that the order does not have', async () => {
    const page = documentOf(900, [10, 600, 880]);
    expect(await page.seek(600, ['b10', 'b880'])).toBe(true);
  });

  it('gives up on a board that is never mounted, and goes back', async () => {
    const page = documentOf(900, [10, 880], 7000);
    expect(await page.seek(400, ['b10', 'b400', 'b880'])).toBe(false);
    expect(page.scroller.scrollTop).toBe(7000);
  });

  it('stops where it is when the user scrolls himself', async () => {
    const page = documentOf(900, [880]);
    page.abort.abort();
    expect(await page.seek(880)).toBe(false);
    expect(page.screens()).toBe(0);
  });
});
