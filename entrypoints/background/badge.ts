import browser from 'webextension-polyfill';
import { t } from '../../components/i18n/t';

async function show(tabId: number, text: string, color: string, title: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color }),
    browser.action.setTitle({ tabId, title }),
  ]);
}

/** Marks the toolbar icon of a tab: something failed there that could not be said in the page itself. */
export const markTab = (tabId: number, sentence: string): Promise<void> =>
  show(tabId, '!', '#c7362f', sentence);

/** Shows on the toolbar icon of a tab how many boards its document has, or nothing for none. */
export async function countBoards(tabId: number, count: number): Promise<void> {
  // A tab that was closed meanwhile has no icon.
  await show(tabId, count ? String(count) : '', '#5f6a7a', t('extension_name')).catch(() => {});
}
