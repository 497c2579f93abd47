import browser from 'webextension-polyfill';

/** What the popup leads to beside itself: loaded when somebody goes there. */

/** Brings a page to the front: in the tab that shows it already, else in a new one. */
export async function openPage(url: string): Promise<void> {
  const { origin, pathname } = new URL(url);
  const [open] = await browser.tabs.query({ url: `${origin}${pathname}*` });
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, { active: true });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
}

/** Shows a file that was saved in its folder, where the browser still knows of it. */
export async function showFile(fileName: string): Promise<void> {
  const query = { query: [fileName], orderBy: ['-startTime'], limit: 1 };
  const [file] = await browser.downloads.search(query);
  if (file) await browser.downloads.show(file.id);
}

/** Opens *Diagnose this page* for a tab. */
export async function diagnose(tabId: number): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`diagnosis.html?tab=${tabId}`) });
}

/** Room for the bar and one picture, in CSS px. */
const size = { width: 380, height: 360 };

/**
 * Opens the window that copies one board after the other: unlike the popup, it stays open while somebody pastes
 * elsewhere.
 */
export async function openCopyQueue(tabId: number, blockIds: readonly string[]): Promise<void> {
  const url = browser.runtime.getURL(`queue.html?tab=${tabId}#${blockIds.join(',')}`);
  await browser.windows.create({ type: 'popup', url, ...size });
}
