import browser from 'webextension-polyfill';

/** A tab in front of its window. */
export interface FrontTab {
  id?: number | undefined;
  /** As far as the browser tells it: those of documents. */
  url?: string | undefined;
}

/**
 * Tells which tab is in front of this page's window: whenever another one comes to the front, and when the one that is
 * there has loaded another page. What changes within a page is the background's business.
 * @param first the one that is known of
 */
export function followTab(first: FrontTab | undefined, onTab: (tab: FrontTab) => void): void {
  let current = first?.id;
  const look = async (): Promise<void> => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (!tab) return;
    current = tab.id;
    onTab(tab);
  };
  // Of every window: whose it is, the query knows.
  browser.tabs.onActivated.addListener(() => void look());
  browser.tabs.onUpdated.addListener((id, { status }) => {
    if (id === current && status === 'complete') void look();
  });
}
