import browser from 'webextension-polyfill';
import { followCompany } from '../../components/settings/company-pages';
import { readPolicy, watchPolicy } from '../../components/settings/policy';
import { settings } from '../../components/settings/settings';
import { createMenuItems, type menuItems, type MenuItems } from '../../components/page-menu/menu-items';

/** What the context menu can do with the board that it was opened over, by the id of the item. */
export type MenuActions = Record<(typeof menuItems)[number], (tabId: number) => Promise<void>>;

/** Has the browser keep our items, and tells of clicks on them. */
export function registerMenus(actions: MenuActions): Pick<MenuItems, 'show'> {
  const { contextMenus, permissions, runtime } = browser;
  const { make, show } = createMenuItems({
    menus: contextMenus,
    companyPages: followCompany,
    mayCopy: async () => (await readPolicy()).allowClipboard,
  });
  runtime.onInstalled.addListener(make);
  // The company's hosts may come with a policy, change and go, and be withheld; and a policy may forbid to copy.
  runtime.onStartup.addListener(make);
  watchPolicy(make);
  permissions.onAdded.addListener(make);
  permissions.onRemoved.addListener(make);
  settings.company.watch(make);
  contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (tab?.id !== undefined && Object.hasOwn(actions, menuItemId)) {
      void actions[menuItemId as keyof MenuActions](tab.id);
    }
  });
  return { show };
}
