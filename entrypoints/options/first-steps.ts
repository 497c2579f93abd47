import browser from 'webextension-polyfill';
import { documentMatches } from '../../components/boards/page-url';
import { companyPages } from '../../components/settings/company';
import { settings } from '../../components/settings/settings';

/** Calls `onChange` with whether a document's site is open in a tab, at once and when that may have changed; returns how to stop. */
export function watchDocuments(onChange: (isOpen: boolean) => void): () => void {
  const look = async (): Promise<void> => {
    const company = await settings.company.get();
    const tabs = await browser.tabs.query({ url: [...documentMatches, ...companyPages(company)] });
    onChange(tabs.length > 0);
  };
  const ask = (): void => void look().catch(() => onChange(false));
  ask();
  browser.tabs.onUpdated.addListener(ask);
  return () => browser.tabs.onUpdated.removeListener(ask);
}

/** Calls `onChange` with whether this extension has ever saved a file that the browser still knows of; returns how to stop. */
export function watchSavedFiles(onChange: (hasSaved: boolean) => void): () => void {
  const look = async (): Promise<void> => {
    const files = await browser.downloads.search({ state: 'complete', orderBy: ['-startTime'], limit: 200 });
    onChange(files.some(({ byExtensionId }) => byExtensionId === browser.runtime.id));
  };
  const ask = (): void => void look().catch(() => onChange(false));
  ask();
  browser.downloads.onChanged.addListener(ask);
  return () => browser.downloads.onChanged.removeListener(ask);
}
