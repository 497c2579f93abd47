import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { browserOf } from './browser-of';
import { tabOfPage } from './firefox/tab-of-page';
import type { ExtensionBrowser } from './launch-extension';
import { signInFrom } from './sign-in-from';

/** The extension's own API, as the worker and our pages see it. */
declare const chrome: {
  tabs: {
    query(filter: object): Promise<{ id: number }[]>;
    create(options: object): Promise<{ id: number }>;
    remove(id: number): Promise<void>;
    get(id: number): Promise<object>;
  };
  contextMenus: { onClicked: { dispatch(info: object, tab: object): void } };
  storage: { local: { set(items: object): Promise<void> } };
};

/** A new tab that the browser does not tell of for so long is never told of, in ms. */
const untoldMs = 20_000;

/** Opens one of the extension's pages in a background tab, so that the document stays the active one. */
async function openExtensionPage({ context, worker, origin }: ExtensionBrowser, path: string): Promise<Page> {
  const url = `${origin}/${path}`;
  const open = async (): Promise<Page | undefined> => {
    const told = context
      .waitForEvent('page', { predicate: (page) => comesTo(page, url), timeout: untoldMs })
      .catch(() => undefined);
    const { id } = await worker.evaluate(
      (address) => chrome.tabs.create({ url: address, active: false }),
      url,
    );
    const page = await told;
    if (!page) await worker.evaluate((tabId) => chrome.tabs.remove(tabId), id);
    return page;
  };
  // Firefox tells nothing of one in a hundred.
  const page = (await open()) ?? (await open());
  if (!page) throw new Error(`the browser tells of no page at ${path}`);
  return page;
}

/** Whether a new page goes to this address. Firefox has a tab before that has its address, and tells of no load. */
export function comesTo(page: Page, url: string): Promise<boolean> {
  const isThere = (): Promise<boolean> =>
    page.evaluate((address) => location.href === address && document.readyState === 'complete', url);
  return expect
    .poll(() => isThere().catch(() => false))
    .toBe(true)
    .then(
      () => true,
      () => false,
    );
}

/** Loads a page of the extension anew. */
export async function reloadPage(page: Page): Promise<void> {
  if (browserOf(page).product === 'chromium') {
    await page.reload();
    return;
  }
  // Firefox tells of no load there.
  await page.evaluate(() => {
    document.documentElement.dataset['isLeft'] = '';
    location.reload();
  });
  const isNew = (): Promise<boolean> =>
    page.evaluate(
      () => document.readyState === 'complete' && !('isLeft' in document.documentElement.dataset),
    );
  await expect.poll(() => isNew().catch(() => false)).toBe(true);
}

/** The id of the tab that shows `page`. */
export async function tabIdOf({ product, worker }: ExtensionBrowser, page: Page): Promise<number> {
  if (product === 'firefox') {
    const found = await tabOfPage(worker, page);
    if (found === undefined) throw new Error('no tab shows the page');
    return found;
  }
  // Without the `tabs` permission the worker sees no addresses: the page in front is asked for instead.
  await page.bringToFront();
  const tabs = await worker.evaluate(() => chrome.tabs.query({ active: true, lastFocusedWindow: true }));
  const [tab] = tabs;
  if (!tab) throw new Error('no tab is active');
  return tab.id;
}

/** The popup for `document`, in a tab of its own: `action.openPopup()` gives a test no page to drive. */
export async function openPopup(browser: ExtensionBrowser, document: Page): Promise<Page> {
  const tabId = await tabIdOf(browser, document);
  const popup = await openExtensionPage(browser, `popup.html?tab=${tabId}`);
  await popup.setViewportSize({ width: 400, height: 600 });
  return popup;
}

/** The options page. */
export function openOptions(browser: ExtensionBrowser): Promise<Page> {
  return openExtensionPage(browser, 'options.html');
}

/** Opens the side panel's page in a tab at the back, where it follows the tab in front as it does beside it. */
export async function openPanelPage(browser: ExtensionBrowser): Promise<Page> {
  return openExtensionPage(browser, 'sidepanel.html');
}

/** Signs in with a token. A test that needs no more than that says so when it launches the browser, which is quicker. */
export async function signIn(
  browser: ExtensionBrowser,
  brand: 'feishu' | 'lark',
  token: string,
): Promise<void> {
  // A worker does not hear its own messages.
  const options = browser.product === 'chromium' ? await openOptions(browser) : undefined;
  await signInFrom(options ?? browser.worker, brand, token);
  await options?.close();
}

/** Chooses for the user, as the options page would. */
export async function changeSetting(
  { worker }: ExtensionBrowser,
  name: 'freshMinutes' | 'cacheBudgetMb' | 'rightClick' | 'toolbar' | 'slideShape' | 'slideCover' | 'recipe',
  value: number | boolean | string | object,
): Promise<void> {
  await worker.evaluate(([key, chosen]) => chrome.storage.local.set({ [key]: chosen }), [
    `setting.${name}`,
    value,
  ] as const);
}

/** Chooses an item of the context menu over the board that was right-clicked last. */
export async function chooseMenuItem(
  browser: ExtensionBrowser,
  document: Page,
  item: 'save-board' | 'copy-board' | 'save-all',
): Promise<void> {
  const tabId = await tabIdOf(browser, document);
  await browser.worker.evaluate(
    async ([menuItemId, id]) =>
      chrome.contextMenus.onClicked.dispatch({ menuItemId }, await chrome.tabs.get(id)),
    [item, tabId] as const,
  );
}

/** Right-clicks a board as a person does: the page hears of it, and the browser's menu would open. */
export async function rightClickBoard(document: Page, blockId: string): Promise<void> {
  const board = document.locator(`[data-record-id="${blockId}"]`).first();
  await board.scrollIntoViewIfNeeded();
  await board.hover();
  // The native menu would hold headless Chromium's input until it is dismissed; the event is what counts.
  await board.dispatchEvent('contextmenu', { bubbles: true, cancelable: true, button: 2 });
}

/** How the browser calls another file of the same name: `Plan (1).png`, in Firefox `Plan(1).png`. */
export function numberedName({ product }: ExtensionBrowser, name: string, number: number): string {
  return name.replace(/(?=\.\w+$)/, product === 'firefox' ? `(${number})` : ` (${number})`);
}

/** Waits until a file of this name stands complete in the downloads folder. */
export async function savedFile({ downloads }: ExtensionBrowser, name: string): Promise<string> {
  const path = join(downloads, name);
  await expect
    .poll(
      async () => {
        const names = await readdir(downloads, { recursive: true });
        // Firefox keeps the name with an empty file while it writes another, which it puts in its place then.
        const isWriting = names.some((one) => one.endsWith('.part'));
        const size = await stat(path).then(
          (file) => file.size,
          () => 0,
        );
        return (size > 0 && !isWriting) || names.join(', ') || 'nothing saved';
      },
      { message: `${name} is saved`, timeout: 20_000 },
    )
    .toBe(true);
  return path;
}
