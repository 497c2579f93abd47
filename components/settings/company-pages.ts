import browser from 'webextension-polyfill';
import { companyOrigins, companyPages } from './company';
import { settings } from './settings';

/** Of the registered script: there is one company at most. */
const id = 'company';

/**
 * Has the content script run in the company's documents, where the user has allowed its hosts, and nowhere else. The
 * browser keeps this across its starts, not across an update of the extension. Resolves to the pages, as match patterns.
 * Source: https://developer.chrome.com/docs/extensions/reference/api/scripting#method-registerContentScripts
 */
export async function followCompany(): Promise<string[]> {
  const company = await settings.company.get();
  const matches = companyPages(company);
  const isAllowed = company && (await browser.permissions.contains({ origins: companyOrigins(company) }));
  // One at a time: popup, settings and background may come here together.
  return navigator.locks.request(id, async () => {
    const { scripting } = browser;
    if ((await scripting.getRegisteredContentScripts({ ids: [id] })).length > 0)
      await scripting.unregisterContentScripts({ ids: [id] });
    if (!isAllowed) return [];
    const js = ['content-scripts/content.js'];
    await scripting.registerContentScripts([{ id, matches, js, runAt: 'document_start' }]);
    return matches;
  });
}
