import { readdir } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { openPopup, signIn } from '../browser/drive-extension';
import { type Desktop, startDesktop } from '../browser/desktop';
import { launchExtension } from '../browser/launch-extension';
import { popupPage } from '../browser/popup-page';
import { testZip } from '../browser/read-zip';
import { wordsOf } from '../browser/words';
import { addressOf } from './demo-addresses';
import { expect, test } from './fixtures';

/** A browser that asks where to save each file, on a screen: there its dialogs can be counted. */

const words = wordsOf('en');
const title = '新人指南 Onboarding';

declare const chrome: {
  downloads: { search(query: { state: 'in_progress' }): Promise<{ startTime: string }[]> };
};

/** Takes the place that the dialog offers, as soon as a person would have: *Save* has that key. */
async function answer(desktop: Desktop, popup: Page): Promise<void> {
  await expect.poll(desktop.dialogs, 'the browser asks').toBe(1);
  const openFor = (): Promise<number> =>
    popup.evaluate(async () => {
      const [asked] = await chrome.downloads.search({ state: 'in_progress' });
      return Date.now() - Date.parse(asked?.startTime ?? '');
    });
  await expect.poll(openFor).toBeGreaterThan(2500);
  await expect(async () => {
    await desktop.press('alt+s');
    await expect.poll(desktop.dialogs, { timeout: 3000 }).toBe(0);
  }).toPass({ timeout: 30_000 });
}

test('a browser that asks for each file asks once, whatever is saved, until somebody has decided', async ({
  feishu,
}) => {
  test.setTimeout(120_000);
  const desktop = await startDesktop({ windowManager: true });
  const browser = await launchExtension({
    port: feishu.port,
    headless: false,
    display: desktop.env['DISPLAY'],
    asksForEach: true,
  });
  try {
    await signIn(browser, 'feishu', 'u-demo-chen-xiao');
    const document = await browser.context.newPage();
    await document.goto(addressOf('DocWikiOnboarding0000000001'));
    const popup = popupPage(await openPopup(browser, document), words);
    await popup.page.bringToFront();
    const { sentence } = words.error('download-asks-for-each');

    await test.step('of files the first is asked for, and then the user', async () => {
      await popup.chooseOutput('files');
      await popup.saveAll(2);
      await answer(desktop, popup.page);
      await expect(popup.job).toHaveAttribute('data-job-state', 'waiting');
      await expect(popup.job).toContainText(sentence);
      expect(await desktop.dialogs()).toBe(0);
    });

    await test.step('as one archive it is asked for once more, and has all boards', async () => {
      await popup.press(words('job_as_zip'));
      await answer(desktop, popup.page);
      await popup.expectJob('done');
      expect(await desktop.dialogs()).toBe(0);
      const saved = await readdir(browser.downloads);
      expect(saved).toContain(`${title}.zip`);
      await testZip(`${browser.downloads}/${title}.zip`);
    });

    await test.step('the next time one is warned before, and nothing is asked for before one has decided', async () => {
      await popup.press(words('job_dismiss'));
      await popup.expectOutput('zip');
      await popup.chooseOutput('files');
      await expect(popup.page.getByText(sentence)).toBeVisible();
      const asked = feishu.requests.length;
      await popup.saveAll(2);
      await expect(popup.job).toHaveAttribute('data-job-state', 'waiting');
      expect(await desktop.dialogs()).toBe(0);
      expect(feishu.requests).toHaveLength(asked);
    });
  } finally {
    await browser.close();
    await desktop.close();
  }
});
