import type { BrowserContext, Page } from '@playwright/test';
import type { ExtensionBrowser } from './launch-extension';

const browsers = new WeakMap<BrowserContext, ExtensionBrowser>();

/** Notes a browser that was started, so that it can be found by its pages. */
export function rememberBrowser<Browser extends ExtensionBrowser>(browser: Browser): Browser {
  browsers.set(browser.context, browser);
  return browser;
}

/** The browser with the extension that shows a page. */
export function browserOf(page: Page): ExtensionBrowser {
  const browser = browsers.get(page.context());
  if (!browser) throw new Error('this page is not in a browser with the extension');
  return browser;
}
