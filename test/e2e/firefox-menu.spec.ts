import { readFile } from 'node:fs/promises';
import { savedFile, signIn } from '../browser/drive-extension';
import { startDesktop } from '../browser/desktop';
import { launchFirefox } from '../browser/firefox/launch-firefox';
import { chooseNatively } from '../browser/firefox/native-menu';
import { readClipboard } from '../browser/read-clipboard';
import { isSame } from './compare-bytes';
import { addressOf } from './demo-addresses';
import { expect, inFirefoxOnly, test } from './fixtures';
import { servedBoards } from './served-boards';

const checkout = 'DocCheckout0000000000000001';

test(
  "Firefox's own menu saves and copies the board that it was opened over",
  inFirefoxOnly,
  async ({ feishu }) => {
    const desktop = await startDesktop({ windowManager: true });
    const browser = await launchFirefox({
      port: feishu.port,
      headless: false,
      display: desktop.env['DISPLAY'],
    });
    try {
      await signIn(browser, 'feishu', 'u-demo-chen-xiao');
      const page = browser.context.pages()[0] ?? (await browser.context.newPage());
      await page.goto(addressOf(checkout));
      const [first] = await servedBoards(feishu, checkout);
      const board = page.locator(`[data-record-id="${first?.blockId}"]`).first();

      await chooseNatively(desktop, board, 'Checkout', 0);
      const path = await savedFile(browser, '结算系统设计 · Checkout design - 支付流程总览.png');
      expect(isSame(await readFile(path), first?.picture.bytes)).toBe(true);

      await chooseNatively(desktop, board, 'Checkout', 1);
      await expect
        .poll(async () => (await readClipboard(page).catch(() => undefined))?.width)
        .toBe(first?.picture.width);
    } finally {
      await browser.close();
      await desktop.close();
    }
  },
);
