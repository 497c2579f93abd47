import browser from 'webextension-polyfill';

/** Marks the toolbar icon of a tab: something failed there that could not be said in the page itself. */
export async function markTab(tabId: number, sentence: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: '!' }),
    browser.action.setBadgeBackgroundColor({ tabId, color: '#c7362f' }),
    browser.action.setTitle({ tabId, title: sentence }),
  ]);
}
