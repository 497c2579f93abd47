import browser from 'webextension-polyfill';

/** Longest wait in ms: a page that loads for longer is asked as it is. */
const atMostMs = 20_000;

/** Reloads a tab and resolves when it has loaded. */
export async function reloadTab(tabId: number): Promise<void> {
  const loaded = new Promise<void>((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      browser.tabs.onUpdated.removeListener(listen);
      resolve();
    };
    const listen = (id: number, change: { status?: string }): void => {
      if (id === tabId && change.status === 'complete') finish();
    };
    const timer = setTimeout(finish, atMostMs);
    browser.tabs.onUpdated.addListener(listen);
  });
  await browser.tabs.reload(tabId);
  await loaded;
}
