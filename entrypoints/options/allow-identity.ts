import browser from 'webextension-polyfill';

/** The types of the polyfill know no permission that can be asked for in Chromium alone. */
const identity: object = { permissions: ['identity'] };

/**
 * Asks for what a sign-in by redirect needs, in the click's own tick; whether it was given. Firefox gives it at
 * the installation, tells nobody of it, and takes no request for it: where the API is there, nothing is asked.
 * Source: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json/optional_permissions
 */
export async function allowIdentity(): Promise<boolean> {
  return Reflect.has(browser, 'identity') || browser.permissions.request(identity);
}
