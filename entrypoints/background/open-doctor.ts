import browser from 'webextension-polyfill';
import { brandOfHost } from '../../components/boards/page-url';
import { toAppError } from '../../components/errors';
import { missedScopeKey } from '../../components/messaging/missed-scope-key';

/** Opens the settings at the permission for the want of which something failed that the user asked for in a tab. Fails on with the same. */
export async function openDoctor(tabId: number, thrown: unknown): Promise<never> {
  const { code, details } = toAppError(thrown);
  if (code === 'app-scope-missing' || code === 'user-scope-missing') {
    const { url } = await browser.tabs.get(tabId);
    const brand = url === undefined ? undefined : brandOfHost(new URL(url).hostname);
    const [scope = 'board:whiteboard:node:read'] = details.scopes ?? [];
    await browser.storage.session.set({ [missedScopeKey]: { brand, scope } });
    await browser.runtime.openOptionsPage();
  }
  throw thrown;
}
