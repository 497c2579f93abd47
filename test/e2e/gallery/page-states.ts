import { expect, type Locator, type Page } from '@playwright/test';
import { rightClickBoard, chooseMenuItem } from '../../browser/drive-extension';
import { readNotice } from '../../browser/read-notice';
import { readToolbar } from '../../browser/read-overlay';
import { addressOf } from '../demo-addresses';
import { servedBoards } from '../served-boards';
import { browserSize, type GalleryState } from './gallery-state';
import { keepNotes } from './keep-notes';

const documentId = 'DocCheckout0000000000000001';
/** None of its pictures is kept yet: they have to be asked for. */
const unseenId = 'DocManyBoards00000000000001';

/** Scrolls a part of the settings to the top of the window that they are looked at in. */
async function bringUp(page: Page, part: Locator): Promise<void> {
  await page.setViewportSize(browserSize);
  await part.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
}

/** The settings, the diagnosis and what stands in a document's page, with an account that may read everything. */
export const pageStates: readonly GalleryState[] = [
  {
    name: 'options-signed-in',
    isWhole: true,
    show: async ({ settingsPage }) => {
      const { page, account } = await settingsPage();
      await expect(account('feishu')).toBeVisible();
      return page;
    },
  },
  {
    name: 'options-checked',
    show: async ({ settingsPage, words }) => {
      const { account, check, page } = await settingsPage();
      await check('feishu');
      await expect(account('feishu').getByText(words('options_scope_held')).first()).toBeVisible();
      await bringUp(page, account('feishu'));
      return page;
    },
  },
  {
    name: 'options-narrow',
    size: { width: 360, height: 800 },
    show: async ({ settingsPage }) => {
      const { page, account } = await settingsPage();
      await expect(account('feishu')).toBeVisible();
      return page;
    },
  },
  {
    name: 'options-search',
    show: async ({ settingsPage, words }) => {
      const { page, account } = await settingsPage();
      await expect(account('feishu')).toBeVisible();
      await page.getByRole('searchbox').fill(words('options_slide_width'));
      return page;
    },
  },
  {
    name: 'options-no-match',
    show: async ({ settingsPage }) => {
      const { page, account } = await settingsPage();
      await expect(account('feishu')).toBeVisible();
      await page.getByRole('searchbox').fill('Gantt');
      return page;
    },
  },
  {
    name: 'diagnosis',
    show: async ({ extension, openDocument, popupOver, words }) => {
      const popup = await popupOver(await openDocument(addressOf(documentId)));
      await expect(popup.rows.first()).toBeVisible();
      const opened = extension.context.waitForEvent('page');
      await popup.press(words('diagnosis_title'));
      const page = await opened;
      await expect(page.getByLabel(words('diagnosis_report'), { exact: true })).toBeVisible();
      return page;
    },
  },
  {
    name: 'options-clearing',
    show: async ({ settingsPage, words }) => {
      const { page, cacheUsage, clearCache } = await settingsPage();
      await keepNotes(page);
      await clearCache();
      await page.locator('[name=slideCover]').click();
      await expect(page.locator('.saved-note span')).toBeVisible();
      await expect(cacheUsage).toContainText(words('options_cache_clearing'));
      await bringUp(page, cacheUsage);
      return page;
    },
  },
  {
    name: 'options-company',
    show: async ({ settingsPage, words }) => {
      const { page } = await settingsPage();
      const company = page.locator('details.way', { hasText: words('options_company_begin') });
      await company.locator('summary').click();
      await bringUp(page, company);
      return page;
    },
  },
  {
    name: 'queue',
    size: { width: 380, height: 360 },
    show: async ({ extension, popupFor, words }) => {
      const popup = await popupFor(addressOf(documentId));
      await expect(popup.rows.first()).toBeVisible();
      const opened = extension.context.waitForEvent('page');
      await popup.press(words('popup_copy_each'));
      const queue = await opened;
      await expect(queue.locator('[data-phase="copied"]')).toBeVisible();
      return queue;
    },
  },
  {
    name: 'diagnosis-no-page',
    show: async ({ extension, settingsPage, words }) => {
      await extension.context.pages()[0]?.goto('about:blank');
      const settings = await settingsPage();
      const opened = extension.context.waitForEvent('page');
      await settings.page.getByRole('button', { name: words('options_diagnosis'), exact: true }).click();
      const page = await opened;
      await expect(page.getByText(words('diagnosis_no_page'))).toBeVisible();
      return page;
    },
  },
  {
    name: 'page-toolbar',
    overlay: 'board-saver-toolbar',
    show: async ({ feishu, openDocument }) => {
      const page = await openDocument(addressOf(documentId));
      const [first] = await servedBoards(feishu, documentId);
      const board = page.locator(`[data-record-id="${first?.blockId}"]`).first();
      await board.scrollIntoViewIfNeeded();
      await board.hover();
      await expect.poll(() => readToolbar(page)).toBeDefined();
      return page;
    },
  },
  {
    name: 'page-notice',
    overlay: 'board-saver-notice',
    show: async ({ extension, feishu, openDocument }) => {
      const page = await openDocument(addressOf(unseenId));
      const [first] = await servedBoards(feishu, unseenId);
      feishu.store.changeBoard(first?.board.id ?? '', { readers: ['ou_li_lei'] });
      await rightClickBoard(page, first?.blockId ?? '');
      await chooseMenuItem(extension, page, 'save-board');
      await expect.poll(() => readNotice(page)).toBeDefined();
      return page;
    },
  },
];

/** With nobody signed in. */
export const signedOutPageStates: readonly GalleryState[] = [
  {
    name: 'options-first-run',
    show: async ({ settingsPage, words }) => {
      const { page } = await settingsPage();
      await expect(page.getByRole('button', { name: words('sign_in_create'), exact: true })).toBeVisible();
      return page;
    },
  },
  {
    name: 'options-own-app',
    show: async ({ settingsPage }) => {
      const { openWay, page } = await settingsPage();
      await bringUp(page, await openWay('app'));
      return page;
    },
  },
  {
    name: 'options-token-refused',
    show: async ({ settingsPage }) => {
      const { expectError, openWay, page, paste } = await settingsPage();
      await paste('feishu', 'u-nobody-knows-this-token');
      await expectError('token-invalid');
      await bringUp(page, await openWay('token'));
      return page;
    },
  },
  {
    name: 'options-signing-in',
    show: async ({ extension, settingsPage, words }) => {
      const { page } = await settingsPage();
      const opened = extension.context.waitForEvent('page');
      await page.getByRole('button', { name: words('sign_in_create'), exact: true }).click();
      await opened;
      await page.bringToFront();
      await expect(page.getByRole('button', { name: words('sign_in_cancel'), exact: true })).toBeVisible();
      // Both are others each time.
      const limits = `${words('sign_in_code', 'ABCD-EFGH')} ${words('sign_in_until', '9:10')}`;
      await page
        .locator('.way.waiting .hint')
        .first()
        .evaluate((line, text) => (line.textContent = text), limits);
      return page;
    },
  },
];

/** With an account whose app may only read boards. */
export const fewPermissionsPageStates: readonly GalleryState[] = [
  {
    name: 'options-permission-missing',
    show: async ({ settingsPage, words }) => {
      const { account, check, page } = await settingsPage();
      await check('feishu');
      await expect(account('feishu').getByText(words('options_scope_missing')).first()).toBeVisible();
      await bringUp(page, account('feishu'));
      return page;
    },
  },
];
