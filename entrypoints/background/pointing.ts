import browser from 'webextension-polyfill';
import { systemClock as clock } from '../../components/clock';
import { AppError } from '../../components/errors';
import { followPointer } from '../../components/page-menu/follow-pointer';
import type { MenuItems } from '../../components/page-menu/menu-items';
import { settings } from '../../components/settings/settings';
import { countBoards } from './badge';
import type { Parts } from './parts';

/**
 * Loads the part of the content script that only pages with boards need. It starts once, however often it is loaded.
 * @throws AppError `page-unreachable`
 */
export async function loadToolbar(tabId: number): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: ['/toolbar.js'] });
  } catch (cause) {
    throw new AppError('page-unreachable', {}, { cause });
  }
}

/** What follows when the pointer comes over a board of a tab, or leaves it: menu, toolbar, badge. */
export function createPointing(
  { tabBoards: { peek } }: Pick<Parts, 'tabBoards'>,
  { show }: Pick<MenuItems, 'show'>,
) {
  const point = followPointer({ peek, show, takesMenu: settings.rightClick.get, countBoards, clock });

  return async (tabId: number, blockId: string | null, bare: boolean): Promise<{ rightClick: boolean }> => {
    const rightClick = await point(tabId, blockId);
    // Where the browser keeps extensions from loading scripts, the menu is there all the same.
    if (blockId !== null && bare && (await settings.toolbar.get())) loadToolbar(tabId).catch(() => {});
    return { rightClick };
  };
}
