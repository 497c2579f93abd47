import browser from 'webextension-polyfill';
import { type Envelope, exchange } from './envelope';
import type { PageRequests } from './page-requests';

/**
 * Asks the content script of a tab's top frame. It lives in the page's process: the caller parses what comes
 * back before believing it.
 * @throws AppError what the content script failed with; `page-unreachable` when the tab has none: not a
 * document, or open since before the extension was installed
 */
export async function sendToPage<Name extends keyof PageRequests>(
  tabId: number,
  name: Name,
  params: PageRequests[Name]['params'],
): Promise<unknown> {
  const envelope: Envelope = { target: 'page', name, params };
  return exchange(() => browser.tabs.sendMessage(tabId, envelope, { frameId: 0 }), 'page-unreachable');
}
