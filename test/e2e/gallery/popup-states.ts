import { expect, type Page } from '@playwright/test';
import type { PopupPage } from '../../browser/popup-page';
import { addressOf, picturePath } from '../demo-addresses';
import { holdBack } from '../hold-back';
import { type GalleryState, type GalleryTools, popupSize } from './gallery-state';
import { rowsWithoutPicture, settledList } from './settled-list';

const checkout = addressOf('DocCheckout0000000000000001');
const sixtyFour = addressOf('DocManyBoards00000000000001');
const onboarding = 'https://acme.feishu.cn/wiki/WikOnboarding00000000000001';
const trouble = addressOf('DocBoardTrouble000000000001');

async function listOf(tools: GalleryTools, address = checkout): Promise<PopupPage> {
  const popup = await tools.popupFor(address);
  await settledList(popup, tools.words, popupSize);
  return popup;
}

async function stateOf({ popupFor }: GalleryTools, address: string): Promise<Page> {
  const { page } = await popupFor(address);
  await expect(page.locator('.state').or(page.locator('.strip')).first()).toBeVisible();
  return page;
}

/** With an account that may read everything. */
export const popupStates: readonly GalleryState[] = [
  { name: 'popup-list', show: async (tools) => (await listOf(tools)).page },
  { name: 'popup-wiki', show: async (tools) => (await listOf(tools, onboarding)).page },
  {
    name: 'popup-narrow',
    size: { width: 320, height: 600 },
    show: async (tools) => (await listOf(tools)).page,
  },
  {
    name: 'popup-in-a-tab',
    size: { width: 800, height: 600 },
    show: async (tools) => (await listOf(tools)).page,
  },
  {
    name: 'popup-preview',
    size: { width: 640, height: 480 },
    show: async (tools) => {
      const { page, rows } = await listOf(tools);
      await rows.nth(1).locator('[data-action=preview]').click();
      await expect(page.locator('.preview-room:not(.small) img')).toBeVisible();
      return page;
    },
  },
  {
    name: 'popup-some-chosen',
    show: async (tools) => {
      const { page, rows } = await listOf(tools);
      for (const at of [1, 2, 4]) await rows.nth(at).getByRole('checkbox').uncheck();
      return page;
    },
  },
  {
    name: 'popup-filter',
    show: async (tools) => {
      const { page } = await listOf(tools);
      await page.getByRole('searchbox').fill('data');
      return page;
    },
  },
  {
    name: 'popup-no-matches',
    show: async (tools) => {
      const { page } = await listOf(tools);
      await page.getByRole('searchbox').fill('Gantt');
      return page;
    },
  },
  {
    name: 'popup-row-menu',
    show: async (tools) => {
      const { page, row } = await listOf(tools);
      await row('组织架构 2026').locator('[data-action=more]').click();
      await expect(page.getByRole('menuitem').first()).toBeFocused();
      return page;
    },
  },
  {
    name: 'popup-keys',
    show: async (tools) => {
      const { page } = await listOf(tools);
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
      return page;
    },
  },
  {
    name: 'popup-row-saved-and-copied',
    show: async (tools) => {
      const popup = await listOf(tools);
      await popup.save('支付流程总览');
      await popup.press(tools.words('popup_copy_named', 'Login sequence'));
      await expect(popup.row('支付流程总览').locator('.status.good')).toBeVisible();
      await expect(popup.row('Login sequence').locator('.status.good')).toBeVisible();
      return popup.page;
    },
  },
  {
    name: 'popup-boards-in-trouble',
    show: async ({ popupFor, words }) => {
      const { page } = await popupFor(trouble);
      await expect(page.getByText(words('popup_checking'))).toHaveCount(0);
      await expect(page.locator('.row .status.bad')).toHaveCount(3);
      await expect.poll(() => rowsWithoutPicture(page)).toBe(3);
      return page;
    },
  },
  {
    name: 'popup-permission-unnamed',
    show: async (tools) => {
      tools.feishu.faults.add({
        kind: 'status',
        status: 400,
        code: 99991672,
        match: { path: '/open-apis/docx/' },
        times: Infinity,
      });
      const { page } = await tools.popupFor(`${addressOf('DocLongText0000000000000001')}?model=never`);
      await expect(page.locator('.strip, .state')).toBeVisible();
      return page;
    },
  },
  { name: 'popup-no-boards', show: (tools) => stateOf(tools, addressOf('DocNoBoards0000000000000001')) },
  {
    name: 'popup-forbidden',
    show: async (tools) => {
      const page = await stateOf(tools, addressOf('DocForbidden000000000000001'));
      await expect(page.locator('.row .status.bad')).toBeVisible();
      return page;
    },
  },
  { name: 'popup-not-a-document', show: (tools) => stateOf(tools, 'about:blank') },
  {
    name: 'popup-looking',
    show: async ({ feishu, popupFor }) => {
      holdBack(feishu, '/open-apis/docx/');
      const { page } = await popupFor(`${addressOf('DocLongText0000000000000001')}?model=never`);
      await expect(page.locator('.loading')).toBeVisible();
      return page;
    },
  },
  {
    name: 'popup-offline',
    show: async (tools) => {
      // Its picture is there from before.
      const shared = addressOf('DocSharedParts0000000000001');
      const before = await listOf(tools, shared);
      await before.page.close();
      tools.feishu.faults.add({ kind: 'reset', match: { path: '/open-apis/' }, times: Infinity });
      const { page } = await tools.popupFor(shared);
      await expect(page.locator('.strip, .state')).toBeVisible({ timeout: 30_000 });
      await expect.poll(() => rowsWithoutPicture(page)).toBe(0);
      return page;
    },
  },
  {
    name: 'popup-job-running',
    show: async (tools) => {
      const popup = await listOf(tools, sixtyFour);
      holdBack(tools.feishu, new RegExp(picturePath('Brd.*x(4|5|6)\\d')));
      await popup.saveAll(64);
      // All before the fortieth, which are too far down to be there already.
      await expect(popup.job.getByRole('progressbar')).toHaveAttribute('value', '39');
      // How long it takes yet is another guess each time.
      await popup.job
        .locator('.job-progress > .quiet')
        .evaluateAll((lines) => lines.forEach((line) => line.remove()));
      return popup.page;
    },
  },
  {
    name: 'popup-job-paused',
    goesOn: true,
    show: async (tools) => {
      const popup = await listOf(tools, sixtyFour);
      await popup.job.locator('[data-action=pause]').click();
      await expect(popup.job.locator('[data-action=resume]')).toBeVisible();
      return popup.page;
    },
  },
  {
    name: 'popup-job-cancelled',
    show: async (tools) => {
      const popup = await listOf(tools, sixtyFour);
      await popup.job.locator('[data-action=cancel]').click();
      await popup.expectJob('cancelled');
      return popup.page;
    },
  },
  {
    name: 'popup-job-done',
    show: async (tools) => {
      const popup = await listOf(tools, onboarding);
      await popup.saveAll(2);
      await popup.expectJob('done');
      return popup.page;
    },
  },
  {
    name: 'popup-job-some-failed',
    show: async (tools) => {
      const popup = await tools.popupFor(trouble);
      await popup.saveAll(4);
      await expect(popup.job.locator('[data-action=retry]')).toBeVisible();
      await popup.job.locator('summary').click();
      await expect(popup.row('Fine').locator('img')).toBeVisible();
      return popup.page;
    },
  },
];

/** With nobody signed in. */
export const signedOutPopupStates: readonly GalleryState[] = [
  {
    name: 'popup-signed-out',
    show: async ({ popupFor }) => {
      const { page, rows } = await popupFor(checkout);
      await expect(rows.first()).toBeVisible();
      await expect(page.locator('.strip')).toBeVisible();
      return page;
    },
  },
];

/** With an account whose app may only read boards. */
export const fewPermissionsPopupStates: readonly GalleryState[] = [
  {
    name: 'popup-permission-missing',
    show: async ({ popupFor }) => {
      const { page, rows } = await popupFor(checkout);
      await expect(rows.first()).toBeVisible();
      await expect(page.locator('.strip')).toBeVisible();
      await expect.poll(() => rowsWithoutPicture(page)).toBe(0);
      return page;
    },
  },
];
