import browser, { type Runtime } from 'webextension-polyfill';

/** Whether a message or port was sent by our background or one of our own pages, and not by a content script. */
export function isFromExtension(sender: Runtime.MessageSender | undefined): boolean {
  return sender?.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('')) === true;
}
