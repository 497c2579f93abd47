import { expect, type Page } from '@playwright/test';
import sharp from 'sharp';
import { openOptions, openPopup, signIn } from '../browser/drive-extension';
import { type Language, launchExtension } from '../browser/launch-extension';
import { wordsOf } from '../browser/words';
import { demo } from '../demo/demo-world';
import type { Feishu } from '../feishu/server';

/** The size that all three stores take. */
const size = { width: 1280, height: 800 };

/**
 * The screenshots of the listings in one language, by their names there: PNG, 1280 × 800. What one store's browser shows
 * in another way is there again, as `NAME in STORE`.
 */
export async function photograph(feishu: Feishu, language: Language): Promise<Map<string, Buffer>> {
  feishu.reset();
  const words = wordsOf(language);
  const browser = await launchExtension({ port: feishu.port, language });
  try {
    await signIn(browser, 'feishu', demo.token);
    const document = browser.context.pages()[0] ?? (await browser.context.newPage());
    await document.goto(demo.documentUrl);
    await document.waitForFunction(() => 'PageMain' in window);

    const board = document.locator('.render-unit-wrapper [data-block-type="whiteboard"]').first();
    await board.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const plain = await document.screenshot();
    // The first touch of a board loads the toolbar; it stands there long before the popup has all its pictures.
    await board.hover({ position: { x: 40, y: 60 } });
    await document.locator('board-saver-toolbar').waitFor({ state: 'attached' });

    const popup = await openPopup(browser, document);
    await popup.bringToFront();
    await popup.locator('[data-block-id] img').nth(5).waitFor();
    await expect(popup.getByText(words('popup_picture_loading'))).toHaveCount(0);
    const list = await popup.screenshot({ animations: 'disabled' });
    // Firefox has no side panel, and no button for it.
    await popup.getByRole('button', { name: words('panel_open'), exact: true }).evaluate((it) => it.remove());
    const inFirefox = await popup.screenshot({ animations: 'disabled' });
    await popup.close();
    await document.bringToFront();
    await board.hover({ position: { x: 60, y: 80 } });
    const toolbar = await document.screenshot();

    const settings: Page = await openOptions(browser);
    await settings.bringToFront();
    await settings.setViewportSize(size);
    await settings.getByRole('button', { name: words('first_skip'), exact: true }).click();
    // With the size, the background and the margin, which a picture as it was served has not.
    await settings.getByLabel(words('options_format'), { exact: true }).selectOption('png');
    await settings.getByRole('link', { name: words('options_pictures'), exact: true }).click();
    const saved = settings.getByText(words('popup_saved'), { exact: true });
    await saved.waitFor();
    await saved.waitFor({ state: 'hidden' });
    return new Map([
      ['popup', await over(plain, list)],
      ['popup in firefox', await over(plain, inFirefox)],
      ['toolbar', toolbar],
      ['settings', await settings.screenshot({ animations: 'disabled' })],
    ]);
  } finally {
    await browser.close();
  }
}

/** The popup where the browser shows it: below its button, over the document. */
async function over(document: Buffer, popup: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(popup).metadata();
  const left = size.width - width - 16;
  const shade = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}"><filter id="f" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="16"/></filter><rect width="100%" height="100%" fill="#0f172a" opacity=".28"/><rect x="${left}" y="16" width="${width}" height="${height}" rx="8" opacity=".5" filter="url(#f)"/></svg>`,
  );
  return sharp(document)
    .composite([{ input: shade }, { input: popup, left, top: 8 }])
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer();
}
