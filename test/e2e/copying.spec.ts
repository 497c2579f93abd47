import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { Window } from 'happy-dom';
import { savedFile, tabIdOf } from '../browser/drive-extension';
import { nextDrop, pictureIn } from '../browser/next-drop';
import { readClipboard, readClipboardHtml, readClipboardText } from '../browser/read-clipboard';
import { noticeButton, readNotice } from '../browser/read-notice';
import { clickAt, readToolbar } from '../browser/read-overlay';
import { differingPixels, isSame } from './compare-bytes';
import { addressOf } from './demo-addresses';
import { expect, inFirefox, test } from './popup-fixtures';
import { servedBoards } from './served-boards';

test.use({ mayReuse: true });

/** The ways to the clipboard beside the button of a row. */

const checkout = 'DocCheckout0000000000000001';

declare const chrome: {
  commands: {
    onCommand: { dispatch(command: string, tab?: object): void };
    getAll(): Promise<{ name?: string; shortcut?: string; description?: string }[]>;
  };
  action: { getTitle(of: { tabId: number }): Promise<string> };
  tabs: { get(id: number): Promise<object>; sendMessage(id: number, message: object): Promise<unknown> };
};

test('the shortcut copies the board in view, and says when there is none', async ({
  extension,
  feishu,
  openDocument,
  words,
}) => {
  const page = await openDocument(addressOf(checkout));
  const [first] = await servedBoards(feishu, checkout);
  const board = page.locator(`.render-unit-wrapper [data-record-id="${first?.blockId}"]`).first();
  await board.scrollIntoViewIfNeeded();
  const tabId = await tabIdOf(extension, page);
  const press = (): Promise<void> =>
    extension.worker.evaluate(
      async (id) => chrome.commands.onCommand.dispatch('copy-board', await chrome.tabs.get(id)),
      tabId,
    );

  await press();
  await expect.poll(async () => (await readNotice(page))?.lines).toContain(words('notice_copied'));
  expect(await differingPixels((await readClipboard(page)).bytes, first?.picture.bytes)).toBe(0);

  const commands = await extension.worker.evaluate(() => chrome.commands.getAll());
  const described = commands.find(({ name }) => name === 'copy-board');
  expect(described?.description).toBe(words('command_copy_board'));

  await openDocument(addressOf('DocLongText0000000000000001'));
  await press();
  await expect
    .poll(async () => (await readNotice(page))?.lines)
    .toContain(words.error('no-board-in-view').sentence);
});

for (const command of ['copy-board', 'save-all']) {
  test(`the shortcut ${command} says on the icon where it is pressed on a page that is no document`, async ({
    extension,
    words,
  }) => {
    const page = await extension.context.newPage();
    await page.goto('data:text/html,<title>Elsewhere</title>');
    const tabId = await tabIdOf(extension, page);
    await extension.worker.evaluate(
      async ([name, id]) => chrome.commands.onCommand.dispatch(name, await chrome.tabs.get(id)),
      [command, tabId] as const,
    );
    await expect
      .poll(() => extension.worker.evaluate((id) => chrome.action.getTitle({ tabId: id }), tabId))
      .toBe(words.error('page-not-document').sentence);
  });
}

test(
  'a copy that is asked for while the page is at the back ends on the clipboard',
  inFirefox,
  async ({ extension, feishu, openDocument, words }) => {
    const page = await openDocument(addressOf(checkout));
    const [first] = await servedBoards(feishu, checkout);
    const tabId = await tabIdOf(extension, page);
    // What copies comes into the page when a board is first pointed at.
    await page.locator(`[data-record-id="${first?.blockId}"]`).first().hover();
    await expect.poll(() => readToolbar(page)).toBeDefined();
    if (extension.product === 'chromium') await stopEmulatingFocus(page);
    const other = await extension.context.newPage();
    await other.goto('about:blank');
    await other.bringToFront();
    await extension.worker.evaluate(
      ([id, blockId]) =>
        void chrome.tabs.sendMessage(id, { target: 'page', name: 'page/copy-board', params: { blockId } }),
      [tabId, first?.blockId ?? ''] as const,
    );

    if (extension.product === 'chromium') {
      // It takes nothing then; what was fetched is copied by a button that gives the page the focus.
      await expect.poll(async () => (await readNotice(page))?.lines).toContain(words('notice_copy_ready'));
      await page.bringToFront();
      await clickAt(page, (await noticeButton(page)) ?? { x: 0, y: 0, width: 0, height: 0 });
    }
    await expect.poll(async () => (await readNotice(page))?.lines).toContain(words('notice_copied'));
    expect((await readClipboard(page)).width).toBe(first?.picture.width);
  },
);

test('the popup copies all chosen boards as one document', inFirefox, async ({ feishu, popupFor, words }) => {
  const served = await servedBoards(feishu, 'DocWikiOnboarding0000000001');
  const popup = await popupFor('https://acme.feishu.cn/wiki/WikOnboarding00000000000001');
  await expect(popup.rows).toHaveCount(2);
  await popup.press(words('popup_copy_all'));
  await expect(popup.page.getByRole('button', { name: words('popup_copied'), exact: true })).toBeVisible();

  const { document } = new Window();
  document.body.innerHTML = await readClipboardHtml(popup.page);
  const images = [...document.querySelectorAll('img')];
  expect(images.map((image) => image.getAttribute('alt'))).toEqual(['支付', '数据 Data']);
  expect(images.every((image) => image.getAttribute('src')?.startsWith('data:image/png;base64,'))).toBe(true);
  const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'));
  expect(links[0]).toBe(`https://acme.feishu.cn/wiki/WikOnboarding00000000000001#${served[0]?.blockId}`);
  expect(await readClipboardText(popup.page)).toContain(`支付\n${links[0]}`);
});

test(
  'the queue copies one board after the other, forth and back',
  inFirefox,
  async ({ extension, feishu, popupFor, product, words }, testInfo) => {
    const served = await servedBoards(feishu, checkout);
    const popup = await popupFor(addressOf(checkout));
    await expect(popup.rows).toHaveCount(served.length);
    const opened = extension.context.waitForEvent('page');
    await popup.press(words('popup_copy_each'));
    const queue = await opened;
    const isCopied = (index: number) => async () => {
      await expect(queue.getByText(words('queue_position', index + 1, served.length))).toBeVisible();
      await expect(queue.locator('[data-phase="copied"]')).toBeVisible();
      const { width } = await readClipboard(queue);
      expect(width).toBe(served[index]?.picture.width);
    };
    await test.step('the first is copied at once', isCopied(0));
    await queue.screenshot({ path: testInfo.outputPath('queue.png') });
    await queue.getByRole('button', { name: words('queue_next'), exact: true }).click();
    await test.step('next', isCopied(1));
    await queue.getByRole('button', { name: words('queue_back'), exact: true }).click();
    await test.step('back', isCopied(0));
    // Only Chromium lets a test press a key of the browser's.
    if (product === 'chromium') {
      await queue.evaluate(() => chrome.commands.onCommand.dispatch('copy-next'));
      await test.step('next, by its key', isCopied(1));
    }
  },
);

test('a row copies its link, Markdown with the picture beside it, and is dragged out', async ({
  extension,
  feishu,
  popupFor,
  words,
}) => {
  const [first] = await servedBoards(feishu, checkout);
  const popup = await popupFor(addressOf(checkout));
  const row = popup.row('支付流程总览');
  const choose = async (entry: 'popup_copy_link' | 'popup_copy_markdown'): Promise<void> => {
    await row.locator('[data-action="more"]').click();
    await popup.page.getByRole('menuitem', { name: words(entry), exact: true }).click();
    await expect(row.getByText(words('popup_copied'), { exact: true })).toBeVisible();
  };
  const link = `${addressOf(checkout)}#${first?.blockId}`;
  await choose('popup_copy_link');
  expect(await readClipboardText(popup.page)).toBe(link);

  await choose('popup_copy_markdown');
  const file = '结算系统设计 · Checkout design - 支付流程总览.png';
  expect(isSame(await readFile(await savedFile(extension, file)), first?.picture.bytes)).toBe(true);
  expect(await readClipboardText(popup.page)).toBe(`![支付流程总览](<${file}>)\n\n[支付流程总览](${link})`);

  await test.step('its thumbnail drags the whole picture', async () => {
    const dropped = nextDrop(popup.page, 'header');
    await row.locator('.thumbnail').hover();
    await expect(row.locator('.thumbnail img[draggable=true]')).toBeAttached();
    await popup.page.mouse.down();
    await popup.page.mouse.move(200, 60, { steps: 4 });
    await popup.page.locator('header').first().hover();
    await popup.page.mouse.up();
    const { html } = await dropped;
    expect(isSame(pictureIn(html), first?.picture.bytes)).toBe(true);
    expect(html).toContain('alt="支付流程总览"');
  });
});

/** Playwright has every page believe that it has the focus; from now on it has it while it has it. */
async function stopEmulatingFocus(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: false });
}
