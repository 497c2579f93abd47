import browser from 'webextension-polyfill';
import { settings } from '../../components/settings/settings';
import { countBoards } from './badge';
import type { registerMenus } from './menus';
import type { Parts } from './parts';

/** Loads the part of the content script that only pages with boards need. It starts once, however often it is loaded. */
export async function loadToolbar(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: ['/toolbar.js'] });
}

/** What follows when the pointer comes over a board of a tab, or leaves it: menu, toolbar, badge. */
export function createPointing(
  { tabBoards }: Pick<Parts, 'tabBoards'>,
  menus: Pick<ReturnType<typeof registerMenus>, 'show'>,
) {
  let turn = 0;

  return async (tabId: number, blockId: string | null, bare: boolean): Promise<{ rightClick: boolean }> => {
    turn += 1;
    const mine = turn;
    // At once, for a click may follow at once; the name follows when it is known.
    const shown = menus.show(blockId === null ? undefined : {});
    const rightClick = await settings.rightClick.get();
    await shown;
    if (blockId === null) return { rightClick };
    // Where the browser keeps extensions from loading scripts, the menu is there all the same.
    if (bare && (await settings.toolbar.get())) loadToolbar(tabId).catch(() => {});
    const peeked = await tabBoards.peek(tabId).catch(() => undefined);
    if (mine === turn) {
      const name = peeked?.known.find((board) => board.blockId === blockId)?.name;
      await menus.show(rightClick ? { name, total: peeked?.total } : undefined);
      await countBoards(tabId, peeked?.known.length || peeked?.mounted || 0);
    }
    return { rightClick };
  };
}
