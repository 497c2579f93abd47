import { openPopup, savedFile, signIn } from '../browser/drive-extension';
import { launchFirefox } from '../browser/firefox/launch-firefox';
import { popupPage } from '../browser/popup-page';
import { zipPictures } from '../browser/read-zip';
import { isSame } from './compare-bytes';
import { addressOf, picturePath, timesAsked } from './demo-addresses';
import { holdBack } from './hold-back';
import { expect, inFirefoxOnly, test } from './popup-fixtures';
import { servedBoards } from './served-boards';

/** Firefox suspends a background that has no event for a while, whatever it does. */

declare const chrome: {
  extension: { getBackgroundPage(): { isMarked?: boolean } | null };
};

const onboarding = 'DocWikiOnboarding0000000001';

test(
  'a job goes on when the browser has suspended the background in the middle of it',
  inFirefoxOnly,
  async ({ desktop, feishu, words }) => {
    const served = await servedBoards(feishu, onboarding);
    const [first, second] = served.map(({ board }) => board.id);
    const answer = holdBack(feishu, picturePath(second ?? ''));
    const browser = await launchFirefox({
      port: feishu.port,
      headless: false,
      display: desktop?.env['DISPLAY'],
      idleTimeoutMs: 1500,
    });
    try {
      await signIn(browser, 'feishu', 'u-demo-chen-xiao');
      const document = browser.context.pages()[0] ?? (await browser.context.newPage());
      await document.goto(addressOf(onboarding));
      const page = await openPopup(browser, document);
      await page.bringToFront();
      const popup = popupPage(page, words);
      await popup.saveAll(2);
      await expect.poll(() => timesAsked(feishu, first ?? '')).toBe(1);
      await browser.worker.evaluate(() => {
        const background = chrome.extension.getBackgroundPage();
        if (background) background.isMarked = true;
      });
      await expect
        .poll(() => browser.worker.evaluate(() => chrome.extension.getBackgroundPage()?.isMarked ?? false))
        .toBe(false);

      answer();
      await popup.expectJob('done');
      const zip = await savedFile(browser, '新人指南 Onboarding.zip');
      expect(isSame(await zipPictures(zip), Buffer.concat(served.map(({ picture }) => picture.bytes)))).toBe(
        true,
      );
      expect(timesAsked(feishu, first ?? '')).toBe(1);
    } finally {
      answer();
      await browser.close();
    }
  },
);
