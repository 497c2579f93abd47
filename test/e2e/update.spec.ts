import { changeSetting, openOptions, openPopup, savedFile, signIn } from '../browser/drive-extension';
import type { ExtensionBrowser } from '../browser/launch-extension';
import { popupPage } from '../browser/popup-page';
import { testZip, zipPictures } from '../browser/read-zip';
import { isSame } from './compare-bytes';
import { addressOf, picturePath, timesAsked } from './demo-addresses';
import { launchEarlier } from './earlier-version';
import { holdBack } from './hold-back';
import { expect, inFirefox, inFirefoxOnly, test } from './popup-fixtures';
import { servedBoards } from './served-boards';

/** What an earlier version has left behind. */

declare const chrome: { runtime: { getManifest(): { version: string } } };

const onboarding = 'DocWikiOnboarding0000000001';
const title = '新人指南 Onboarding';

async function popupIn(browser: ExtensionBrowser) {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(addressOf(onboarding));
  const popup = await openPopup(browser, page);
  await popup.bringToFront();
  return popup;
}

for (const [how, restarts, browsers] of [
  ['while the browser stays open', false, inFirefox],
  ['between two starts of Firefox', true, inFirefoxOnly],
] as const) {
  const name = `settings, account, pictures and a running job of version 0.1.0 survive the update ${how}`;
  test(name, browsers, async ({ desktop, feishu, product, words }) => {
    const [first, second] = await servedBoards(feishu, onboarding);
    const [firstId = '', secondId = ''] = [first?.board.id, second?.board.id];
    const answer = holdBack(feishu, picturePath(secondId));
    const display = desktop?.env['DISPLAY'];
    const version = await launchEarlier(product, '0.1.0', { port: feishu.port, display, restarts });
    try {
      const before = version.browser;
      await signIn(before, 'feishu', 'u-demo-chen-xiao');
      await changeSetting(before, 'rightClick', false);
      const earlier = await popupIn(before);
      await earlier.getByRole('button', { name: words('popup_save_boards_other', 2), exact: true }).click();
      await expect(earlier.locator(`[data-block-id="${first?.blockId}"] img`)).toBeVisible();
      await expect(earlier.locator('[data-job-state="running"]')).toBeVisible();

      feishu.requests.length = 0;
      const after = await version.update();
      answer();
      const popup = popupPage(await popupIn(after), words);
      await popup.expectJob('done');
      const zip = await savedFile(after, `${title}.zip`);
      await testZip(zip);
      const pictures = [first, second].map((served) => served?.picture.bytes ?? Buffer.alloc(0));
      expect(isSame(await zipPictures(zip), Buffer.concat(pictures))).toBe(true);
      expect([firstId, secondId].map((id) => timesAsked(feishu, id))).toEqual([0, 1]);

      const settings = await openOptions(after);
      expect(await settings.evaluate(() => chrome.runtime.getManifest().version)).toBe('999.0');
      await expect(settings.getByText('陈晓').first()).toBeVisible();
      await expect(settings.getByRole('checkbox', { name: words('options_right_click') })).not.toBeChecked();
    } finally {
      answer();
      await version.close();
    }
  });
}
