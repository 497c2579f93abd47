import browser from 'webextension-polyfill';

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
