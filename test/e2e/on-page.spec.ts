import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { changeSetting, chooseMenuItem, savedFile, tabIdOf } from '../browser/drive-extension';
import { readClipboard } from '../browser/read-clipboard';
import { readNotice } from '../browser/read-notice';
import { clickAt, readMark, readToolbar } from '../browser/read-overlay';
import { isSame } from './compare-bytes';
import { addressOf } from './demo-addresses';
import { holdBack } from './hold-back';
import { expect, inFirefox, test } from './popup-fixtures';
import { servedBoards } from './served-boards';

test.use({ mayReuse: true });

/** What the extension does inside a document's page. */

const checkout = 'DocCheckout0000000000000001';
const shownBoard = '.render-unit-wrapper [data-block-type="whiteboard"]';

async function toolbarOn(page: Page, blockId: string) {
  const board = page.locator(`.render-unit-wrapper [data-record-id="${blockId}"]`).first();
  await board.scrollIntoViewIfNeeded();
  await board.hover({ position: { x: 40, y: 60 } });
  await expect.poll(() => readToolbar(page)).toBeDefined();
  const box = await board.boundingBox();
  if (!box) throw new Error('the board is not drawn');
  return { board, box };
}

async function toolbar(page: Page) {
  const seen = await readToolbar(page);
  if (!seen) throw new Error('no toolbar');
  const [save, copy] = seen.buttons;
  if (!save || !copy) throw new Error('the toolbar lacks a button');
  return { ...seen, save, copy };
}

test('a toolbar stands on the board under the pointer, follows it, and leaves with the pointer', async ({
  feishu,
  openDocument,
}) => {
  const page = await openDocument(addressOf(checkout));
  const [first] = await servedBoards(feishu, checkout);
  await page.locator(shownBoard).first().waitFor();
  const editorBefore = await page.locator('.root-block').evaluate((root) => root.outerHTML);

  const { box } = await toolbarOn(page, first?.blockId ?? '');
  const { place } = await toolbar(page);
  expect(place.x + place.width).toBeCloseTo(box.x + box.width - 8, 0);
  expect(place.y).toBeCloseTo(Math.max(box.y, place.y - 8) + 8, 0);
  expect(await page.evaluate(() => document.querySelector('board-saver-toolbar')?.shadowRoot)).toBeNull();
  expect(await page.locator('.root-block').evaluate((root) => root.outerHTML)).toBe(editorBefore);

  await page.mouse.wheel(0, 40);
  await expect
    .poll(async () => (await page.locator(`[data-record-id="${first?.blockId}"]`).first().boundingBox())?.y)
    .not.toBe(box.y);
  await expect
    .poll(async () => {
      const now = await page.locator(`${shownBoard}[data-record-id="${first?.blockId}"]`).boundingBox();
      const bar = await readToolbar(page);
      return now && bar && Math.round(bar.place.x + bar.place.width - now.x - now.width);
    })
    .toBe(-8);

  // Onto the toolbar itself and away.
  const { save } = await toolbar(page);
  await page.mouse.move(save.place.x + 5, save.place.y + 5);
  expect(await readToolbar(page)).toBeDefined();
  await page.mouse.move(2, 2);
  await expect.poll(() => readToolbar(page)).toBeUndefined();
  expect(await page.locator('board-saver-toolbar').count()).toBe(0);
});

test(
  'the toolbar saves and copies the board that it stands on, and says how that goes',
  inFirefox,
  async ({ feishu, extension, openDocument, words }) => {
    const page = await openDocument(addressOf(checkout));
    const [first] = await servedBoards(feishu, checkout);
    await toolbarOn(page, first?.blockId ?? '');

    await clickAt(page, (await toolbar(page)).save.place);
    const path = await savedFile(extension, '结算系统设计 · Checkout design - 支付流程总览.png');
    expect(isSame(await readFile(path), first?.picture.bytes)).toBe(true);
    await expect.poll(async () => (await toolbar(page)).save.label).toBe(words('popup_saved'));

    await clickAt(page, (await toolbar(page)).copy.place);
    await expect.poll(async () => (await toolbar(page)).copy.state).toBe('done');
    const copied = await readClipboard(page);
    expect(copied.types).toContain('image/png');

    await test.step('the handle drags nothing until the picture is there', async () => {
      const { handle } = await toolbar(page);
      if (!handle) throw new Error('the toolbar has no handle');
      expect(handle.draggable).toBe(false);
      await page.mouse.move(handle.place.x + 8, handle.place.y + 8);
      await expect
        .poll(async () => (await toolbar(page)).handle)
        .toMatchObject({ state: 'ready', draggable: true });
    });

    await test.step('a failure is marked on the button and said in words', async () => {
      feishu.faults.add({
        match: { path: /download_as_image/ },
        kind: 'status',
        status: 500,
        times: Infinity,
      });
      const [, second] = await servedBoards(feishu, checkout);
      await page.mouse.move(2, 2);
      await toolbarOn(page, second?.blockId ?? '');
      await clickAt(page, (await toolbar(page)).save.place);
      await expect.poll(async () => (await toolbar(page)).save.state, { timeout: 30_000 }).toBe('failed');
      expect((await readNotice(page))?.role).toBe('alert');
    });
  },
);

test('the toolbar is reached from its board by keyboard, and left to what follows', async ({
  feishu,
  openDocument,
}) => {
  const page = await openDocument(addressOf(checkout));
  const [first] = await servedBoards(feishu, checkout);
  const board = page.locator(`.render-unit-wrapper [data-record-id="${first?.blockId}"]`).first();
  await board.evaluate((element) => {
    element.tabIndex = 0;
    element.focus();
  });
  await expect.poll(() => readToolbar(page)).toBeDefined();
  await page.keyboard.press('Tab');
  expect((await toolbar(page)).save.focused).toBe(true);
  await page.keyboard.press('Tab');
  expect((await toolbar(page)).copy.focused).toBe(true);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Escape');
  await expect(board).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect.poll(() => readToolbar(page)).toBeUndefined();
});

test('neither a copy in the measuring area, nor an edited board, nor a switched-off setting has a toolbar', async ({
  feishu,
  extension,
  openDocument,
}) => {
  const page = await openDocument(addressOf(checkout));
  const [first] = await servedBoards(feishu, checkout);
  const { board } = await toolbarOn(page, first?.blockId ?? '');

  await page.mouse.move(2, 2);
  await expect.poll(() => readToolbar(page)).toBeUndefined();
  await page
    .locator('.bear-virtual-pre-renderer canvas')
    .first()
    .evaluate((canvas) => canvas.dispatchEvent(new PointerEvent('pointerover', { bubbles: true })));
  expect(await readToolbar(page)).toBeUndefined();

  await board.dblclick({ position: { x: 40, y: 60 } });
  await expect.poll(() => readToolbar(page)).toBeUndefined();
  await board.dispatchEvent('contextmenu', { bubbles: true, cancelable: true, clientX: 300, clientY: 300 });
  await page.keyboard.press('Escape');
  await expect.poll(() => readToolbar(page)).toBeDefined();

  await changeSetting(extension, 'toolbar', false);
  await expect.poll(() => readToolbar(page)).toBeUndefined();
  await page.mouse.move(2, 2);
  await board.hover({ position: { x: 40, y: 60 } });
  await changeSetting(extension, 'toolbar', true);
  await expect.poll(() => readToolbar(page)).toBeDefined();
});

test('the board’s own menu opens while it is edited', async ({ feishu, openDocument }) => {
  const page = await openDocument(addressOf(checkout));
  const [first] = await servedBoards(feishu, checkout);
  const { board } = await toolbarOn(page, first?.blockId ?? '');
  const prevented = () =>
    board.locator('canvas').evaluate((canvas) => {
      const event = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
      canvas.dispatchEvent(event);
      return event.defaultPrevented;
    });
  expect(await prevented()).toBe(false);
  await board.dblclick({ position: { x: 40, y: 60 } });
  expect(await prevented()).toBe(true);
  await expect(page.locator('.whiteboard-context-menu')).toBeVisible();
});

test('the menu saves all boards as one ZIP, and the icon counts them', async ({
  feishu,
  extension,
  openDocument,
  popupOver,
  words,
}) => {
  const page = await openDocument(addressOf(checkout));
  const [first] = await servedBoards(feishu, checkout);
  const tabId = await tabIdOf(extension, page);
  const badge = (): Promise<string> =>
    extension.worker.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId);
  await toolbarOn(page, first?.blockId ?? '');
  await expect.poll(badge).toBe('13'); // by the page's own model

  const popup = await popupOver(page);
  await expect(popup.rows).toHaveCount(13);
  await popup.page.close();
  await expect.poll(badge).toBe('13');

  await chooseMenuItem(extension, page, 'save-all');
  await savedFile(extension, '结算系统设计 · Checkout design.zip');
  expect((await readNotice(page))?.lines).toContain(words('notice_saving_all', 13));
});

declare const chrome: {
  action: { getBadgeText(of: { tabId: number }): Promise<string> };
  runtime: { reload(): void };
};

test('an open popup follows the page to another document, whatever the old one still answers', async ({
  feishu,
  openDocument,
  popupOver,
}) => {
  const page = await openDocument('https://acme.feishu.cn/wiki/WikOnboarding00000000000001');
  const popup = await popupOver(page);
  await expect(popup.rows).toHaveCount(2);

  const answerNow = holdBack(feishu, /DocWikiDataTeam000000000001\/blocks/);
  await page.bringToFront();
  const next = page.locator('.wiki-tree__item--docx a:not([aria-current])').first();
  await next.click();
  await expect(page).not.toHaveURL(/WikOnboarding/);
  await page.goBack();
  await expect(page).toHaveURL(/WikOnboarding/);
  answerNow();
  await expect(popup.rows).toHaveCount(2);

  await next.click();
  await expect(popup.rows).toHaveCount(1);
});

test(
  'Find in document goes to a board that is not mounted and marks it',
  inFirefox,
  async ({ feishu, openDocument, popupOver }) => {
    const page = await openDocument(addressOf('DocLongText0000000000000001'));
    const popup = await popupOver(page);
    await expect(popup.rows).toHaveCount(1);
    const [only] = await servedBoards(feishu, 'DocLongText0000000000000001');
    const board = page.locator(`.render-unit-wrapper [data-record-id="${only?.blockId}"]`);
    expect(await board.count()).toBe(0);
    await popup.find(popup.rows);
    await expect(board).toBeInViewport();
    await expect.poll(() => readMark(page)).toBeDefined();
    await expect.poll(() => readMark(page)).toBeUndefined();
  },
);

test('the script of an extension that was reloaded leaves the page, and complains of nothing', async ({
  feishu,
  extension,
  openDocument,
}) => {
  const page = await openDocument(addressOf(checkout));
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const [first] = await servedBoards(feishu, checkout);
  const { board } = await toolbarOn(page, first?.blockId ?? '');

  const gone = extension.context.serviceWorkers()[0]?.waitForEvent('close');
  await extension.worker.evaluate(() => chrome.runtime.reload()).catch(() => {});
  await gone;
  await page.mouse.move(2, 2);
  await expect.poll(() => readToolbar(page)).toBeUndefined();
  await board.hover({ position: { x: 40, y: 60 } });
  const prevented = await board.locator('canvas').evaluate((canvas) => {
    const event = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
    canvas.dispatchEvent(event);
    return event.defaultPrevented;
  });
  expect(prevented).toBe(true);
  expect(await readToolbar(page)).toBeUndefined();
  expect(
    await page.evaluate(() => document.documentElement.querySelectorAll('[is], board-saver-toolbar').length),
  ).toBe(0);
  expect(complaints).toEqual([]);
});
