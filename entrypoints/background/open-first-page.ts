import browser from 'webextension-polyfill';

/** Whoever has just installed this finds the ways to sign in before them. Not where it is loaded for a while, as by developers of Firefox. */
export function openFirstPage(): void {
  browser.runtime.onInstalled.addListener(({ reason, temporary }) => {
    if (reason === 'install' && !temporary) void browser.runtime.openOptionsPage();
  });
}
