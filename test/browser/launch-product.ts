import { launchFirefox } from './firefox/launch-firefox';
import { type ExtensionBrowser, launchExtension, type LaunchOptions, type Product } from './launch-extension';

/** Starts the browser to test in. Firefox needs a display: without one, it keeps no pictures on its clipboard. */
export function launchProduct(product: Product, options: LaunchOptions): Promise<ExtensionBrowser> {
  return product === 'firefox' ? launchFirefox({ ...options, headless: false }) : launchExtension(options);
}
