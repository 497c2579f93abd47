import { launchFirefox } from '../browser/firefox/launch-firefox';
import { type ExtensionBrowser, launchExtension } from '../browser/launch-extension';
import { expect, inFirefox, test } from './fixtures';

/** Each test ends with a look at whom the extension has asked: here at whether that look sees the background. */

declare const chrome: {
  runtime: { getBackgroundPage(): Promise<{ fetch: typeof fetch }> };
};

/** Has the background itself ask an address; no answer is as good as one. */
async function askFromBackground({ product, worker }: ExtensionBrowser, url: string): Promise<void> {
  if (product === 'chromium') await worker.evaluate((address) => fetch(address).catch(() => {}), url);
  else {
    await worker.evaluate(async (address) => {
      const background = await chrome.runtime.getBackgroundPage();
      await background.fetch(address).catch(() => {});
    }, url);
  }
}

test(
  'a background that asks hosts that PRIVACY.md does not name fails the test that it is in',
  inFirefox,
  async ({ feishu, product }) => {
    const browser = await (product === 'firefox' ? launchFirefox : launchExtension)({ port: feishu.port });
    // One leads nowhere; the other is answered here, as whatever is in Feishu's domain.
    await askFromBackground(browser, 'https://far.example/');
    await askFromBackground(browser, 'https://stats.feishu.cn/');
    await expect(browser.close()).rejects.toThrow(
      'asked, and not in PRIVACY.md: far.example, stats.feishu.cn',
    );
  },
);
