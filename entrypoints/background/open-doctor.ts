import browser from 'webextension-polyfill';
import type { TabBoards } from '../../components/finding/tab-boards';
import { toAppError } from '../../components/errors';
import { missedScopeKey } from '../../components/messaging/missed-scope-key';

/** Opens the settings at the permission for the want of which something failed that the user asked for in a tab. Fails on with the same. */
export async function openDoctor(
  tabBoards: Pick<TabBoards, 'open'>,
  tabId: number,
  thrown: unknown,
): Promise<never> {
  const { code, details } = toAppError(thrown);
  if (code === 'app-scope-missing' || code === 'user-scope-missing') {
    const opened = await tabBoards.open(tabId).catch(() => undefined);
    const brand = opened?.address.brand;
    const [scope = 'board:whiteboard:node:read'] = details.scopes ?? [];
    await browser.storage.session.set({ [missedScopeKey]: { brand, scope } });
    await browser.runtime.openOptionsPage();
  }
  throw thrown;
}
