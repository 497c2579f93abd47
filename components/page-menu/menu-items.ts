import type { Menus } from 'webextension-polyfill';
import { menuName } from '../boards/menu-name';
import { documentMatches } from '../boards/page-url';
import { t } from '../i18n/t';

const parent = 'board';

/** The items that hang on ours, in their order. */
export const menuItems = ['save-board', 'copy-board', 'save-all'] as const;

/** The board that the pointer is over. */
export interface MenuBoard {
  name?: string | undefined;
  /** How many boards its document has, where that is known. */
  total?: number | undefined;
}

export interface MenuItems {
  /** Makes them anew, one after the other with other calls: items of two at once would be twins. */
  make(): void;
  /** `board`: undefined while the pointer is over none. */
  show(board: MenuBoard | undefined): Promise<void>;
}

interface MenuItemsDeps {
  /** The browser's menus, as far as they are needed here; `refresh` is Firefox's alone. */
  menus: Pick<Menus.Static, 'create' | 'removeAll' | 'update'> & Partial<Pick<Menus.Static, 'refresh'>>;
  /** Pages of a company's own deployment, as match patterns. */
  companyPages: () => Promise<string[]>;
  /** Whether the administrator lets boards be copied. */
  mayCopy: () => Promise<boolean>;
}

/**
 * The items of the context menu. A canvas is not "page" nor "image" to the browser, so they are registered
 * for every context, hidden, and shown while the pointer is over a board. They hang on an item of our own:
 * the one that Chromium would make of several items bears the extension's full name, less its "&".
 *
 * They are made while the browser starts or the extension is updated, and the pointer may come over a board before
 * they are there: they are made as they shall be seen at that moment, and whoever changes them waits for them.
 */
export function createMenuItems({ menus, companyPages, mayCopy }: MenuItemsDeps): MenuItems {
  let shown: MenuBoard | undefined;
  let turn = Promise.resolve();

  const create = async (): Promise<void> => {
    // A company whose pages cannot be told costs nobody else the menu.
    const pages = await companyPages().catch(() => []);
    const isCopied = await mayCopy();
    await menus.removeAll();
    const contexts: Menus.ContextType[] = ['all'];
    menus.create({
      id: parent,
      title: t('extension_short_name'),
      contexts,
      documentUrlPatterns: [...documentMatches, ...pages],
      visible: shown !== undefined,
    });
    const looks = looksOf(shown ?? {});
    for (const id of menuItems) {
      // Later only its title is changed.
      const visible = id !== 'copy-board' || isCopied;
      menus.create({ id, parentId: parent, contexts, visible, ...looks[id] });
    }
  };
  const make = (): void => {
    turn = turn.then(create).catch(() => {});
  };
  const update = async (): Promise<void> => {
    if (!shown) return menus.update(parent, { visible: false });
    const looks = looksOf(shown);
    await Promise.all([
      menus.update(parent, { visible: true }),
      ...menuItems.map((id) => menus.update(id, looks[id])),
    ]);
  };
  return {
    make,
    async show(board) {
      shown = board;
      await turn;
      try {
        await update();
      } catch {
        // They are not there yet, or a worker was stopped while it made them.
        make();
        await turn;
      }
      // A click may come before the name of its board: where the browser can, the menu that stands open is drawn again.
      // Source: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/menus/refresh
      if (board) await menus.refresh?.();
    },
  };
}

function looksOf({ name, total }: MenuBoard) {
  const named = name === undefined ? undefined : menuName(name);
  return {
    'save-board': { title: named === undefined ? t('menu_save_board') : t('menu_save_named', named) },
    'copy-board': { title: named === undefined ? t('menu_copy_board') : t('menu_copy_named', named) },
    'save-all': {
      title: total === undefined ? t('menu_save_all_boards') : t('menu_save_all', total),
      visible: total !== 1,
    },
  };
}
