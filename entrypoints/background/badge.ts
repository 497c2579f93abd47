import browser from 'webextension-polyfill';
import { documentMatches } from '../../components/boards/page-url';
import { t } from '../../components/i18n/t';
import { companyPages } from '../../components/settings/company';
import { settings } from '../../components/settings/settings';

const [quiet, busy, bad] = ['#5f6a7a', '#1f5fd6', '#c7362f'] as const;

/** How many boards the documents of tabs have, as far as this life of the worker knows. */
const counts = new Map<number, number>();
/** What stands there on all tabs instead, while a job is at work. */
let progress = '';
let jobTitle = '';

/** @param tabId undefined: on all tabs that show nothing of their own */
async function show(tabId: number | undefined, text: string, color: string, title: string): Promise<void> {
  const { action } = browser;
  const of = tabId === undefined ? {} : { tabId };
  await Promise.all([
    action.setBadgeText({ ...of, text }),
    action.setBadgeBackgroundColor({ ...of, color }),
    action.setTitle({ ...of, title }),
  ]).catch(() => undefined); // A tab that was closed meanwhile has no icon.
}

function showOn(tabId?: number): Promise<void> {
  if (progress) return show(tabId, progress, busy, `${progress} · ${jobTitle}`);
  const count = tabId === undefined ? 0 : counts.get(tabId);
  return show(tabId, count ? String(count) : '', quiet, t('extension_name'));
}

/** Marks the toolbar icon of a tab: something failed there that could not be said in the page itself. */
export const markTab = (tabId: number, sentence: string): Promise<void> => show(tabId, '!', bad, sentence);

/** Shows on the toolbar icon of a tab how many boards its document has, or nothing for none. */
export async function countBoards(tabId: number, count: number): Promise<void> {
  counts.set(tabId, count);
  await showOn(tabId);
}

/** Shows on all tabs how far the job with this title is; without it each tab shows its boards again. */
export async function showProgress(text = '', of = ''): Promise<void> {
  if (text === progress && of === jobTitle) return;
  [progress, jobTitle] = [text, of];
  const url = [...documentMatches, ...companyPages(await settings.company.get())];
  const tabs = await browser.tabs.query({ url });
  await Promise.all([undefined, ...tabs.map(({ id }) => id)].map(showOn));
}
