import { describe, expect, it } from 'vitest';
import type { PeekedBoards } from '../../../components/finding/tab-boards';
import { followPointer } from '../../../components/page-menu/follow-pointer';
import type { MenuBoard } from '../../../components/page-menu/menu-items';
import { createFakeClock } from '../fakes/fake-clock';

const tabId = 7;
const nothing: PeekedBoards = { known: [], total: undefined, mounted: 1 };
const all: PeekedBoards = { known: [{ blockId: 'a', name: 'Flow' }], total: 1, mounted: 1 };

/** A pointer over the page of tab 7, which tells these things of itself when it is looked at, the last one again and again. */
function pointing(told: readonly (PeekedBoards | Error)[], isWanted = true) {
  const clock = createFakeClock();
  const shown: (MenuBoard | undefined)[] = [];
  const counted: number[] = [];
  let looks = 0;
  const point = followPointer({
    peek: async () => {
      const found = told[Math.min(looks, told.length - 1)] ?? nothing;
      looks += 1;
      if (found instanceof Error) throw found;
      return found;
    },
    show: async (board) => void shown.push(board),
    takesMenu: async () => isWanted,
    countBoards: async (_, count) => void counted.push(count),
    clock,
  });
  return { clock, counted, point, shown, looks: () => looks };
}

describe('the pointer over a board', () => {
  it('shows the menu at once, and the name of the board when it is known', async () => {
    const { clock, point, shown } = pointing([all]);
    expect(await point(tabId, 'a')).toBe(true);
    await clock.advance(0);
    expect(shown).toEqual([{}, { name: 'Flow', total: 1 }]);
  });

  it.each([
    ['knows nothing yet', nothing],
    ['cannot be reached yet', new Error('No receiver')],
  ])('has the page looked at again, as it %s', async (_, first) => {
    const { clock, point, shown, looks } = pointing([first, first, all]);
    await point(tabId, 'a');
    await clock.advance(1000);
    expect(shown.at(-1)).toEqual({ name: 'Flow', total: 1 });
    await clock.advance(60_000);
    expect(looks()).toBe(3);
  });

  it('gives up on a page that never tells', async () => {
    const { clock, point, shown, looks } = pointing([nothing]);
    await point(tabId, 'a');
    await clock.advance(60_000);
    expect(looks()).toBe(6);
    expect(shown.at(-1)).toEqual({ name: undefined, total: undefined });
  });

  it('looks no more once it has left', async () => {
    const { clock, point, shown, looks } = pointing([nothing, all]);
    await point(tabId, 'a');
    await clock.advance(0);
    await point(tabId, null);
    await clock.advance(60_000);
    expect(shown.at(-1)).toBeUndefined();
    expect(looks()).toBe(1);
  });

  it('shows no menu for long where the settings leave it to the site', async () => {
    const { clock, counted, point, shown } = pointing([all], false);
    expect(await point(tabId, 'a')).toBe(false);
    await clock.advance(60_000);
    expect(shown.at(-1)).toBeUndefined();
    expect(counted).toEqual([1]);
  });
});
