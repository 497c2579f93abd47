import browser, { type Menus } from 'webextension-polyfill';
import { documentMatches } from '../../components/boards/page-url';
import { t } from '../../components/i18n/t';

const items = { parent: 'board', save: 'save-board', copy: 'copy-board' } as const;

/** What the context menu can do with the board that it was opened over. */
export interface MenuActions {
  save(tabId: number): Promise<void>;
  copy(tabId: number): Promise<void>;
}

/**
 * The items of the context menu. A canvas is not "page" nor "image" to the browser, so they are registered
 * for every context, hidden, and shown while the pointer is over a board. They hang on an item of our own:
 * the one that Chromium would make of two items bears the extension's full name, less its "&".
 */
export function registerMenus({ save, copy }: MenuActions): {
  /** `over`: whether the pointer is over a board. */
  show(over: boolean): Promise<void>;
} {
  const create = async (): Promise<void> => {
    await browser.contextMenus.removeAll();
    const contexts: Menus.ContextType[] = ['all'];
    browser.contextMenus.create({
      id: items.parent,
      title: t('extension_short_name'),
      contexts,
      documentUrlPatterns: documentMatches,
      visible: false,
    });
    const child = { parentId: items.parent, contexts };
    browser.contextMenus.create({ ...child, id: items.save, title: t('menu_save_board') });
    browser.contextMenus.create({ ...child, id: items.copy, title: t('menu_copy_board') });
  };
  browser.runtime.onInstalled.addListener(() => void create());
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (tab?.id === undefined) return;
    if (menuItemId === items.save) void save(tab.id);
    if (menuItemId === items.copy) void copy(tab.id);
  });
  return {
    show: (visible) => browser.contextMenus.update(items.parent, { visible }),
  };
}
