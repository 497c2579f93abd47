import { cleanTitle, cleanWindowTitle } from './clean-title';
import { titles } from './selectors';

/** The document's title as its page shows it; empty when it shows none. */
export function readTitle(page: Document): string {
  for (const selector of titles) {
    const title = cleanTitle(page.querySelector(selector)?.textContent ?? '');
    if (title) return title;
  }
  return cleanWindowTitle(page.title);
}
