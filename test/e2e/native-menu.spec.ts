import { readFile } from 'node:fs/promises';
import { savedFile, signIn } from '../browser/drive-extension';
import { startDesktop } from '../browser/desktop';
import { launchExtension } from '../browser/launch-extension';
import { watchMenu } from '../browser/watch-menu';
import { isSame } from './compare-bytes';
import { expect, test } from './fixtures';
import { servedBoards } from './served-boards';

test("the browser's own menu has our items over a board, and nowhere else", async ({ feishu }) => {
  const desktop = await startDesktop();
  const browser = await launchExtension({
    port: feishu.port,
    headless: false,
    display: desktop.env['DISPLAY'],
  });
  try {
    await signIn(browser, 'feishu', 'u-demo-chen-xiao');
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    await page.bringToFront();
    await page.goto('https://acme.feishu.cn/docx/DocCheckout0000000000000001');
    const [first] = await servedBoards(feishu, 'DocCheckout0000000000000001');
    const board = page.locator(`[data-record-id="${first?.blockId}"]`).first();

    await test.step('elsewhere on the page the site keeps its menu to itself', async () => {
      await page.getByRole('heading', { level: 1 }).click({ button: 'right' });
      expect(await desktop.openMenus()).toBe(0);
    });

    await test.step('over a board the menu opens, and the first item saves it', async () => {
      const menu = await watchMenu(browser);
      await board.hover();
      await expect.poll(async () => (await menu())['board']).toMatchObject({ visible: true });
      /** A menu with our item is higher: each that opens has it, not one of several. */
      const heights = new Set<number>();
      // The X server may give the keyboard to a menu that has just opened later than the first key comes.
      await expect(async () => {
        await desktop.press('Escape');
        await board.click({ button: 'right' });
        await expect.poll(desktop.openMenus).toBe(1);
        heights.add(Math.min(...(await desktop.windows()).map(({ height }) => height)));
        // From the end: Inspect, then our item, then the first thing that it offers.
        await desktop.press('Up', 'Up', 'Right');
        await expect.poll(desktop.openMenus, { timeout: 3000 }).toBe(2);
      }).toPass({ timeout: 30_000 });
      expect(heights.size).toBe(1);
      await desktop.press('Return');
      const path = await savedFile(browser, '结算系统设计 · Checkout design - 支付流程总览.png');
      expect(isSame(await readFile(path), first?.picture.bytes)).toBe(true);
    });

    await test.step('on a page without boards the menu has no item of ours', async () => {
      await board.hover();
      await page.goto('https://acme.feishu.cn/');
      await page.mouse.click(900, 600, { button: 'right' });
      await expect.poll(desktop.openMenus).toBe(1);
      await desktop.press('Up', 'Up', 'Right');
      expect(await desktop.openMenus()).toBe(1);
      await desktop.press('Escape');
    });
  } finally {
    await browser.close();
    await desktop.close();
  }
});
