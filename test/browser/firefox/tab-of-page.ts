import type { Page, Worker } from '@playwright/test';

/** The extension's own API, as its pages see it. */
declare const chrome: {
  tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> };
  scripting: { executeScript(injection: object): Promise<{ result: unknown }[]> };
};

/**
 * The id of the tab that shows `page`, by its address. Each page of a test has a window of its own, so that all of them
 * are in front: of several with one address, it is the one whose window has the name that is given to this page.
 *
 * @param worker a page of the extension
 */
export async function tabOfPage(worker: Pick<Worker, 'evaluate'>, page: Page): Promise<number | undefined> {
  const tabs = await worker.evaluate(() => chrome.tabs.query({}));
  const alike = tabs.filter(({ url }) => url === page.url()).map(({ id }) => id);
  if (alike.length < 2) return alike[0];
  const name = await page.evaluate((fresh) => (window.name ||= fresh), crypto.randomUUID());
  const names = await worker.evaluate(
    (ids) =>
      Promise.all(
        ids.map((tabId) => chrome.scripting.executeScript({ target: { tabId }, func: () => window.name })),
      ),
    alike,
  );
  return alike[names.findIndex(([frame]) => frame?.result === name)];
}
