import { type ExtensionInFirefox, launchFirefox } from './firefox/launch-firefox';
import { renewFirefox } from './firefox/renew-firefox';
import {
  type ExtensionInChromium,
  launchExtension,
  type LaunchOptions,
  type Product,
} from './launch-extension';
import { renewExtension } from './renew-extension';

/** A browser that tests run in. */
export type ProductBrowser = ExtensionInChromium | ExtensionInFirefox;

/** Starts the browser to test in. Firefox needs a display: without one, it keeps no pictures on its clipboard. */
export function launchProduct(product: Product, options: LaunchOptions): Promise<ProductBrowser> {
  return product === 'firefox' ? launchFirefox({ ...options, headless: false }) : launchExtension(options);
}

/** Makes a browser as it was when it had been launched, signed in with `token` where there is one. */
export function renewProduct(browser: ProductBrowser, token: string | undefined): Promise<ProductBrowser> {
  return browser.product === 'firefox' ? renewFirefox(browser, token) : renewExtension(browser, token);
}
