import { openOptions, tabIdOf } from '../browser/drive-extension';
import { launchFirefox } from '../browser/firefox/launch-firefox';
import { readsPoliciesBeside } from '../browser/firefox/own-program';
import { extensionId } from '../browser/firefox/profile';
import { optionsPage } from '../browser/options-page';
import { policySamples } from '../browser/policy-samples';
import { addressOf } from './demo-addresses';
import { expect, inFirefoxOnly, test } from './popup-fixtures';
import { servedBoards } from './served-boards';

/** What Firefox does in a way of its own: its permissions, its policies, its badge. */

declare const chrome: {
  action: { getBadgeText(of: { tabId: number }): Promise<string> };
  storage: { managed: { get(keys: null): Promise<object> } };
};

const checkout = 'DocCheckout0000000000000001';

test(
  'hosts that were withheld at the installation are asked for in the settings, and given',
  inFirefoxOnly,
  async ({ desktop, feishu, words }) => {
    const browser = await launchFirefox({
      port: feishu.port,
      headless: false,
      display: desktop?.env['DISPLAY'],
      grantsHosts: false,
    });
    try {
      const settings = optionsPage(await openOptions(browser), words);
      await settings.page.bringToFront();
      const { sentence } = words.error('hosts-not-allowed');
      await expect(settings.page.getByText(sentence)).toBeVisible();

      await settings.page.getByRole('button', { name: words('remedy_allow_hosts'), exact: true }).click();
      await expect(settings.page.getByText(sentence)).toHaveCount(0);
      await settings.paste('feishu', 'u-demo-chen-xiao');
      await expect(settings.account('feishu')).toContainText('陈晓');
    } finally {
      await browser.close();
    }
  },
);

test(
  'the badge counts the boards of the document',
  inFirefoxOnly,
  async ({ extension, feishu, openDocument, popupOver }) => {
    const document = await openDocument(addressOf(checkout));
    const served = await servedBoards(feishu, checkout);
    const tabId = await tabIdOf(extension, document);
    const popup = await popupOver(document);
    await expect(popup.rows).toHaveCount(served.length);
    const badge = () => extension.worker.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId);
    await expect.poll(badge).toBe(String(served.length));
  },
);

// Where this process may not say what Firefox reads, there is no administrator to be.
if (readsPoliciesBeside()) {
  test(
    'the sample of README.md is what an administrator needs',
    inFirefoxOnly,
    async ({ desktop, feishu, words }) => {
      const policies = policySamples().firefox;
      const browser = await launchFirefox({
        port: feishu.port,
        headless: false,
        display: desktop?.env['DISPLAY'],
        policies,
      });
      try {
        const { page } = optionsPage(await openOptions(browser), words);
        await page.bringToFront();
        await expect(page.getByRole('button', { name: words('sign_in_company'), exact: true })).toBeVisible();
        await expect(page.getByText(words('sign_in_create'), { exact: true })).toHaveCount(0);
        const read = await browser.worker.evaluate(() => chrome.storage.managed.get(null));
        expect(JSON.parse(policies)).toEqual({
          policies: { '3rdparty': { Extensions: { [extensionId]: read } } },
        });
      } finally {
        await browser.close();
      }
    },
  );
}
