import type { Page } from '@playwright/test';
import { changeSetting } from '../browser/drive-extension';
import { watchMenu } from '../browser/watch-menu';
import { addressOf } from './demo-addresses';
import { expect, test } from './popup-fixtures';
import { servedBoards } from './served-boards';

test.use({ mayReuse: true });

/** Whose menu opens over a board, and what ours says there. */

const checkout = 'DocCheckout0000000000000001';
const shownBoard = '.render-unit-wrapper [data-block-type="whiteboard"]';

/** Whether the site keeps the browser's menu from opening over what `selector` finds first. */
const isPrevented = (page: Page, selector: string, altKey = false): Promise<boolean> =>
  page
    .locator(selector)
    .first()
    .evaluate((element, alt) => {
      const event = new MouseEvent('contextmenu', { bubbles: true, cancelable: true, altKey: alt });
      element.dispatchEvent(event);
      return event.defaultPrevented;
    }, altKey);

test('the browser’s menu opens over a board and nowhere else, and Alt gives the site its own', async ({
  openDocument,
}) => {
  const page = await openDocument(addressOf(checkout));
  await page.locator(shownBoard).first().hover();
  expect(await isPrevented(page, `${shownBoard} canvas`)).toBe(false);
  expect(await isPrevented(page, 'h1.page-block-content')).toBe(true);
  expect(await isPrevented(page, `${shownBoard} canvas`, true)).toBe(true);
  expect(await isPrevented(page, '.bear-virtual-pre-renderer canvas')).toBe(true);
});

test('with the setting off, the site has its menu back and ours is gone, until it is on again', async ({
  extension,
  openDocument,
}) => {
  const menu = await watchMenu(extension);
  const page = await openDocument(addressOf(checkout));
  const board = page.locator(shownBoard).first();
  await board.hover();
  await expect.poll(async () => (await menu())['board']?.visible).toBe(true);

  for (const on of [false, true]) {
    await changeSetting(extension, 'rightClick', on);
    await page.mouse.move(2, 2);
    await board.hover();
    await expect.poll(() => isPrevented(page, `${shownBoard} canvas`)).toBe(!on);
    await expect.poll(async () => (await menu())['board']?.visible).toBe(on);
  }
});

for (const [who, token] of [
  ['nobody signed in', null],
  ['the scope for pictures alone', 'u-demo-boards-only'],
  ['everything granted', 'u-demo-chen-xiao'],
] as const) {
  test.describe(`with ${who}`, () => {
    test.use({ token });

    test('the items name the board under the pointer and count the others', async ({
      extension,
      feishu,
      openDocument,
      words,
    }) => {
      const menu = await watchMenu(extension);
      const page = await openDocument(addressOf(checkout));
      const [first] = await servedBoards(feishu, checkout);
      const board = page.locator(`${shownBoard}[data-record-id="${first?.blockId}"]`);
      await board.hover();
      await expect.poll(menu).toMatchObject({
        board: { visible: true },
        'save-board': { title: words('menu_save_named', '支付流程总览') },
        'copy-board': { title: words('menu_copy_named', '支付流程总览') },
        'save-all': { title: words('menu_save_all', 13), visible: true },
      });
    });

    test('the items promise neither where the page alone tells of boards', async ({
      extension,
      openDocument,
      words,
    }) => {
      const menu = await watchMenu(extension);
      const page = await openDocument(`${addressOf(checkout)}?model=never`);
      await page.locator(shownBoard).first().hover();
      await expect.poll(menu).toMatchObject({
        board: { visible: true },
        'save-board': { title: words('menu_save_board') },
        'save-all': { title: words('menu_save_all_boards'), visible: true },
      });
    });
  });
}
