import type { Page } from '@playwright/test';
import { longDocument } from '../bench/long-document';
import { savedFile } from '../browser/drive-extension';
import { readClipboard } from '../browser/read-clipboard';
import { startFeishu } from '../feishu/server';
import { addressOf } from './demo-addresses';
import { expect, inFirefox, test } from './popup-fixtures';
import { servedBoards } from './served-boards';

test.use({ mayReuse: true });

/** The popup by the keyboard alone. */

const checkout = 'DocCheckout0000000000000001';

function naturalWidth(picture: HTMLElement | SVGElement): number {
  return picture instanceof HTMLImageElement ? picture.naturalWidth : 0;
}

/** Which row has the focus, counted from 0 in the whole list, and on which control. */
function focusIn(page: Page): Promise<{ row: number; on: string }> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    const row = focused?.closest('li[data-block-id]') ?? null;
    const rows = [...document.querySelectorAll('li[data-block-id]')];
    const on = focused instanceof HTMLElement ? (focused.dataset['action'] ?? focused.localName) : '';
    return { row: row ? rows.indexOf(row) : -1, on };
  });
}

test(
  'arrows go from row to row, X chooses, C copies, Enter saves, A takes all or none',
  inFirefox,
  async ({ extension, feishu, popupFor, words }) => {
    const { page, rows, row } = await popupFor(addressOf(checkout));
    await expect(rows).toHaveCount(13);
    await expect(page.getByText(words('popup_checking'))).toHaveCount(0);
    const { keyboard } = page;
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowUp');
    expect(await focusIn(page)).toEqual({ row: 0, on: 'preview' });

    await keyboard.press('x');
    await expect(rows.first().getByRole('checkbox')).not.toBeChecked();
    await expect(page.getByText(words('popup_selected', 12, 13))).toBeVisible();
    await keyboard.press('a');
    await expect(page.getByText(words('popup_selected', 13, 13))).toBeVisible();
    await keyboard.press('a');
    await expect(page.getByText(words('popup_selected', 0, 13))).toBeVisible();
    expect(await focusIn(page)).toEqual({ row: 0, on: 'preview' });

    await keyboard.press('c');
    await expect(row('支付流程总览').locator('.status.good')).toBeVisible();
    const [first] = await servedBoards(feishu, checkout);
    expect((await readClipboard(page)).width).toBe(first?.picture.width);
    await page.bringToFront();
    await keyboard.press('Enter');
    await savedFile(extension, '结算系统设计 · Checkout design - 支付流程总览.png');
    expect(await focusIn(page)).toEqual({ row: 0, on: 'preview' });
  },
);

test('/ goes to the filter, the arrow out of it to the rows that are left, Esc empties it', async ({
  popupFor,
  words,
}) => {
  const { page, rows } = await popupFor(addressOf(checkout));
  await expect(rows).toHaveCount(13);
  await expect(page.getByText(words('popup_checking'))).toHaveCount(0);
  const { keyboard } = page;
  await keyboard.press('/');
  const filter = page.getByRole('searchbox');
  await expect(filter).toBeFocused();
  await keyboard.type('data');
  await expect(page.locator('li[data-block-id]:visible')).toHaveCount(1);
  await keyboard.press('ArrowDown');
  expect(await focusIn(page)).toEqual({ row: 8, on: 'preview' });
  await keyboard.press('/');
  await keyboard.press('Escape');
  await expect(filter).toHaveValue('');
  await expect(filter).toBeFocused();
  await expect(page.locator('li[data-block-id]:visible')).toHaveCount(13);
});

test('? shows the keys and Space a board, and Esc gives the focus back', async ({
  feishu,
  popupFor,
  words,
}) => {
  const { page, rows } = await popupFor(addressOf(checkout));
  await expect(rows).toHaveCount(13);
  const { keyboard } = page;
  await keyboard.press('ArrowDown');
  await keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: words('keys_title'), exact: true });
  await expect(sheet).toBeVisible();
  await keyboard.press('a');
  await keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(page.getByText(words('popup_selected', 13, 13))).toBeVisible();
  expect(await focusIn(page)).toEqual({ row: 0, on: 'preview' });

  // Space shows the board large, an arrow the one below, and Esc is back in the list, at that one.
  await keyboard.press('Space');
  const large = page.getByRole('dialog').getByRole('img', { name: '支付流程总览', exact: true });
  const [first] = await servedBoards(feishu, checkout);
  await expect.poll(() => large.evaluate(naturalWidth)).toBe(first?.picture.width);
  await keyboard.press('ArrowRight');
  await expect(page.getByRole('dialog', { name: 'Login sequence', exact: true })).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await focusIn(page)).toEqual({ row: 1, on: 'preview' });
});

test('Shift chooses all between two boards', async ({ popupFor, words }) => {
  const { page, rows } = await popupFor(addressOf(checkout));
  await expect(rows).toHaveCount(13);
  await rows.nth(1).getByRole('checkbox').click();
  await rows
    .nth(4)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  await expect(page.getByText(words('popup_selected', 9, 13))).toBeVisible();
  await expect(rows.nth(3).getByRole('checkbox')).not.toBeChecked();
});

test.describe('in a list of 400', () => {
  test.use({ token: longDocument.token });
  const longTest = test.extend({
    // oxlint-disable-next-line no-empty-pattern
    feishu: async ({}, use) => {
      const feishu = await startFeishu({ seed: longDocument.seed });
      await use(feishu);
      await feishu.close();
    },
  });

  longTest(
    'the focus goes through rows that were not drawn, and is never lost',
    async ({ popupFor, words }) => {
      const { page, rows } = await popupFor(longDocument.url);
      await expect(rows).toHaveCount(longDocument.boards);
      await expect(page.getByText(words('popup_checking'))).toHaveCount(0, { timeout: 30_000 });
      for (let row = 0; row < 60; row++) {
        await page.keyboard.press('ArrowDown');
        expect(await focusIn(page)).toEqual({ row, on: 'preview' });
      }
      const focused = page.locator(':focus');
      await expect(focused).toBeInViewport();

      // What was never drawn is chosen and left out like the rest.
      await page.keyboard.press('x');
      await expect(page.getByText(words('popup_selected', 399, 400))).toBeVisible();
      await page.keyboard.press('a');
      await expect(page.getByText(words('popup_selected', 400, 400))).toBeVisible();
      await page.keyboard.press('a');
      await expect(page.getByText(words('popup_selected', 0, 400))).toBeVisible();
      await rows.nth(399).scrollIntoViewIfNeeded();
      await expect(rows.nth(399).getByRole('checkbox')).not.toBeChecked();

      await rows.nth(399).getByRole('checkbox').focus();
      await page.keyboard.press('ArrowUp');
      expect(await focusIn(page)).toEqual({ row: 398, on: 'preview' });
    },
  );
});
