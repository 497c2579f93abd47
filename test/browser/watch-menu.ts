import type { ExtensionBrowser } from './launch-extension';

/** How an item of the context menu looks, as far as it was said. */
export interface MenuItemLook {
  title?: string;
  visible?: boolean;
}

declare const chrome: {
  contextMenus: {
    update(id: string, change: MenuItemLook, ...rest: unknown[]): Promise<unknown> | undefined;
  };
};
declare const self: { menuNow: Record<string, MenuItemLook> };

/**
 * Writes down how the items of the menu are changed, for the browser tells nobody how they look. An item that is not
 * there cannot be changed, and then nothing is written.
 */
export async function watchMenu({
  worker,
}: ExtensionBrowser): Promise<() => Promise<Record<string, MenuItemLook>>> {
  await worker.evaluate(() => {
    self.menuNow = {};
    const update = chrome.contextMenus.update.bind(chrome.contextMenus);
    chrome.contextMenus.update = async (id, change, ...rest) => {
      await update(id, change, ...rest);
      self.menuNow[id] = { ...self.menuNow[id], ...change };
    };
  });
  return () => worker.evaluate(() => self.menuNow);
}
