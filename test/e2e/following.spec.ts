import type { Locator, Page } from '@playwright/test';
import { tabIdOf } from '../browser/drive-extension';
import { type Feishu, startFeishu } from '../feishu/server';
import { addressOf } from './demo-addresses';
import { holdBack } from './hold-back';
import { expect, test } from './popup-fixtures';
import {
  besideDocument,
  blockAt,
  fartherDocument,
  otherNodes,
  trapDocument,
  trapNode,
  trapWorld,
} from './trap-world';

test.use({ mayReuse: true });

/** How the list follows a page that goes on: to other documents in place, and to other editors. */

declare const feishuEmulator: { swapRoot(): void; open(token: string): void };
declare const chrome: { action: { getBadgeText(of: { tabId: number }): Promise<string> } };

const shownBoard = '.render-unit-wrapper [data-block-type="whiteboard"]';
const wikiAddress = (token: string): string => `https://acme.feishu.cn/wiki/${token}`;
const blockOf = (documentId: string): string => documentId.replace('Doc', 'Blk');

const blockIdsOf = (rows: Locator): Promise<string[]> =>
  rows.evaluateAll((elements) =>
    elements.map((row) => row.closest('[data-block-id]')?.getAttribute('data-block-id') ?? ''),
  );
/** Opens another document of the wiki in place, as a click in its tree does. */
const go = (page: Page, token: string): Promise<void> =>
  page.evaluate((node) => feishuEmulator.open(node), token);

let world: Feishu;
test.beforeAll(async () => {
  world = await startFeishu({ seed: trapWorld });
});
test.afterAll(() => world.close());

test.use({
  token: 'u-all',
  // Playwright reads the names of the fixtures from this pattern: there are none.
  // oxlint-disable-next-line no-empty-pattern
  feishu: async ({}, use) => {
    world.reset();
    await use(world);
  },
});

test('the list is made anew when the editor was replaced under the same address', async ({
  feishu,
  openDocument,
  popupOver,
}) => {
  const page = await openDocument(addressOf(besideDocument));
  const popup = await popupOver(page);
  const title = popup.page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('旁边 Beside');
  await expect(popup.rows).toHaveCount(1);

  feishu.store.changeDocument(besideDocument, { title: '改名 Renamed' });
  await page.bringToFront();
  await page.evaluate(() => feishuEmulator.swapRoot());
  await page.locator(shownBoard).first().hover();
  await expect(title).toHaveText('改名 Renamed');
  expect(await blockIdsOf(popup.rows)).toEqual([blockOf(besideDocument)]);
});

test('no row of the old document stays while the new one is awaited', async ({
  feishu,
  openDocument,
  popupOver,
}) => {
  const page = await openDocument(wikiAddress(trapNode));
  const popup = await popupOver(page);
  await expect(popup.rows).toHaveCount(11);
  const showPage = holdBack(feishu, /__page__\/document\?wiki=WikiBeside/);
  const answer = holdBack(feishu, new RegExp(`${besideDocument}/blocks`));

  await page.bringToFront();
  await go(page, otherNodes[0]);
  await expect(popup.rows).toHaveCount(0);
  expect(await page.locator(shownBoard).count()).toBeGreaterThan(0); // of the old document, still

  showPage();
  await expect.poll(() => blockIdsOf(popup.rows)).toEqual([blockOf(besideDocument)]);
  answer();
  await expect.poll(() => blockIdsOf(popup.rows)).toEqual([blockOf(besideDocument)]);
  await expect(popup.page.getByRole('heading', { level: 1 })).toHaveText('旁边 Beside');
});

test('of two documents in quick succession, the late answers of the first are dropped', async ({
  extension,
  feishu,
  openDocument,
  popupOver,
}) => {
  const page = await openDocument(wikiAddress(trapNode));
  const tabId = await tabIdOf(extension, page);
  const badge = (): Promise<string> =>
    extension.worker.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId);
  const popup = await popupOver(page);
  await expect(popup.rows).toHaveCount(11);
  const answerFirst = holdBack(feishu, new RegExp(`${besideDocument}/blocks|wiki=WikiBeside`));
  const answerSecond = holdBack(feishu, new RegExp(`${fartherDocument}/blocks`));

  await page.bringToFront();
  await go(page, otherNodes[0]);
  await go(page, otherNodes[1]);
  await expect.poll(() => blockIdsOf(popup.rows)).toEqual([blockOf(fartherDocument)]);

  answerFirst();
  await expect
    .poll(() => feishu.requests.find(({ query }) => query['wiki'] === otherNodes[0])?.status)
    .toBe(200);
  answerSecond();
  await expect(popup.page.getByRole('heading', { level: 1 })).toHaveText('更远 Farther');
  expect(await blockIdsOf(popup.rows)).toEqual([blockOf(fartherDocument)]);
  await expect.poll(badge).toBe('1');
});

test('boards of a document in a frame are not those of the page around it', async ({
  feishu,
  extension,
  openDocument,
  popupOver,
}) => {
  const page = await openDocument(addressOf(besideDocument));
  await page.evaluate((address) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    frame.width = '800';
    frame.height = '600';
    document.body.append(frame);
  }, addressOf(trapDocument));
  const framed = page.frameLocator('iframe').locator(shownBoard).first();
  await framed.waitFor();
  const tabId = await tabIdOf(extension, page);
  await page.locator(shownBoard).first().hover();
  await framed.dispatchEvent('pointerover', { bubbles: true });
  await expect
    .poll(() => extension.worker.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId))
    .toBe('1');

  const popup = await popupOver(page);
  await expect.poll(() => blockIdsOf(popup.rows)).toEqual([blockOf(besideDocument)]);
  await expect(popup.page.getByText('旁边 Beside').first()).toBeVisible();
  expect(feishu.requests.filter(({ path }) => path.includes(`${trapDocument}/blocks`))).toEqual([]);
  expect(await blockIdsOf(popup.rows)).not.toContain(blockAt('Grid'));
});
