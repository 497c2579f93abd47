import type { Clock } from '../clock';
import type { PeekedBoards } from '../finding/tab-boards';
import type { MenuItems } from './menu-items';

/** When to look again for the name of the board under the pointer, in ms after the last look. */
const looksAfterMs = [200, 400, 800, 1600, 3200] as const;

interface FollowPointerDeps {
  /** What is known of a tab's boards at once. */
  peek: (tabId: number) => Promise<PeekedBoards>;
  show: MenuItems['show'];
  /** Whether the user wants our items in the menu over boards. */
  takesMenu: () => Promise<boolean>;
  /** Tells how many boards a tab has, as far as that is known. */
  countBoards: (tabId: number, count: number) => Promise<void>;
  clock: Pick<Clock, 'sleep'>;
}

/**
 * Has the menu follow the pointer over the boards of pages. It is there at once, for a click may follow at once; the
 * name of the board follows. A page that is loading tells little at first, and the pointer may rest where it is:
 * so it is looked at again, for some seconds.
 *
 * @returns what is to be called when the pointer comes over a board, or over none (null); it resolves to whether the
 * user wants our items there
 */
export function followPointer({ peek, show, takesMenu, countBoards, clock }: FollowPointerDeps) {
  let turn = 0;

  const nameBoard = async (
    tabId: number,
    blockId: string,
    mine: number,
    isWanted: boolean,
  ): Promise<void> => {
    for (const pause of [0, ...looksAfterMs]) {
      if (pause > 0) await clock.sleep(pause);
      const peeked = mine === turn ? await peek(tabId).catch(() => undefined) : undefined;
      if (mine !== turn) return;
      if (!peeked) continue;
      const name = peeked.known.find((board) => board.blockId === blockId)?.name;
      if (isWanted) await show({ name, total: peeked.total });
      await countBoards(tabId, peeked.known.length || peeked.mounted);
      if (name !== undefined) return;
    }
  };

  return async (tabId: number, blockId: string | null): Promise<boolean> => {
    turn += 1;
    const mine = turn;
    const shown = show(blockId === null ? undefined : {});
    const isWanted = await takesMenu();
    await shown;
    if (blockId !== null && mine === turn) {
      if (!isWanted) await show(undefined);
      nameBoard(tabId, blockId, mine, isWanted).catch(() => {});
    }
    return isWanted;
  };
}
