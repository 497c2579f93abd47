import browser, { type Menus } from 'webextension-polyfill';
import { menuName } from '../../components/boards/menu-name';
import { documentMatches } from '../../components/boards/page-url';
import { t } from '../../components/i18n/t';
import { followCompany } from '../../components/settings/company-pages';
import { settings } from '../../components/settings/settings';

const parent = 'board';

/** What the context menu can do with the board that it was opened over, by the id of the item. */
export interface MenuActions {
  'save-board': (tabId: number) => Promise<void>;
  'copy-board': (tabId: number) => Promise<void>;
  'save-all': (tabId: number) => Promise<void>;
}

/** The board that the pointer is over. */
export interface MenuBoard {
  name?: string | undefined;
  /** How many boards its document has, where that is known. */
  total?: number | undefined;
}

/**
 * The items of the context menu. A canvas is not "page" nor "image" to the browser, so they are registered
 * for every context, hidden, and shown while the pointer is over a board. They hang on an item of our own:
 * the one that Chromium would make of several items bears the extension's full name, less its "&".
 */
export function registerMenus(actions: MenuActions): {
  /** `board`: undefined while the pointer is over none. */
  show(board: MenuBoard | undefined): Promise<void>;
} {
  const create = async (): Promise<void> => {
    const companyPages = await followCompany();
    await browser.contextMenus.removeAll();
    const contexts: Menus.ContextType[] = ['all'];
    browser.contextMenus.create({
      id: parent,
      title: t('extension_short_name'),
      contexts,
      documentUrlPatterns: [...documentMatches, ...companyPages],
      visible: false,
    });
    const { title } = words({});
    for (const id of Object.keys(actions) as (keyof MenuActions)[]) {
      browser.contextMenus.create({ id, parentId: parent, title: title[id], contexts });
    }
  };
  let turn = Promise.resolve();
  // One after the other: items of two at once would be twins.
  const createInTurn = (): void => {
    turn = turn.then(create).catch(() => {});
  };
  const { permissions, runtime } = browser;
  runtime.onInstalled.addListener(createInTurn);
  // The company's hosts may come with a policy, change and go, and be withheld.
  runtime.onStartup.addListener(createInTurn);
  permissions.onAdded.addListener(createInTurn);
  permissions.onRemoved.addListener(createInTurn);
  settings.company.watch(createInTurn);
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (tab?.id !== undefined && Object.hasOwn(actions, menuItemId)) {
      void actions[menuItemId as keyof MenuActions](tab.id);
    }
  });
  return {
    async show(board) {
      const { update } = browser.contextMenus;
      if (!board) return update(parent, { visible: false });
      const { title } = words(board);
      await Promise.all([
        update(parent, { visible: true }),
        update('save-board', { title: title['save-board'] }),
        update('copy-board', { title: title['copy-board'] }),
        update('save-all', { title: title['save-all'], visible: board.total !== 1 }),
      ]);
      await refreshOpenMenu();
    },
  };
}

/**
 * A click may come before the name of its board. Where the browser can, the menu that stands open is drawn again;
 * elsewhere, and while none is open, nothing happens.
 * Source: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/menus/refresh
 */
async function refreshOpenMenu(): Promise<void> {
  if ('refresh' in browser.contextMenus) await browser.contextMenus.refresh();
}

function words({ name, total }: MenuBoard): { title: Record<keyof MenuActions, string> } {
  const named = name === undefined ? undefined : menuName(name);
  return {
    title: {
      'save-board': named === undefined ? t('menu_save_board') : t('menu_save_named', named),
      'copy-board': named === undefined ? t('menu_copy_board') : t('menu_copy_named', named),
      'save-all': total === undefined ? t('menu_save_all_boards') : t('menu_save_all', total),
    },
  };
}
