import browser from 'webextension-polyfill';

/**
 * Where a redirect sign-in comes back to. The browser tells it only with the permission `identity`, which is asked
 * for later; users need it before, for their app.
 * Sources: https://developer.chrome.com/docs/extensions/reference/api/identity#method-getRedirectURL;
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/identity/getRedirectURL
 */
export async function redirectUrl(): Promise<string> {
  const { id } = browser.runtime;
  if (!browser.runtime.getURL('').startsWith('moz-extension:')) return `https://${id}.chromiumapp.org/`;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-1', new TextEncoder().encode(id)));
  const name = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `https://${name}.extensions.allizom.org/`;
}
