import browser from 'webextension-polyfill';

/**
 * Where a redirect sign-in comes back to. The browser tells it only with the permission `identity`; where that is
 * asked for later, in Chromium, users need the address before, for their app.
 * Sources: https://developer.chrome.com/docs/extensions/reference/api/identity#method-getRedirectURL;
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/identity/getRedirectURL
 */
export async function redirectUrl(): Promise<string> {
  return Reflect.has(browser, 'identity')
    ? browser.identity.getRedirectURL()
    : `https://${browser.runtime.id}.chromiumapp.org/`;
}
