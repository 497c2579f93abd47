import type { Locator, Page } from '@playwright/test';
import { nextDrop, pictureIn } from '../browser/next-drop';
import { readMark, readToolbar, type ToolbarSeen } from '../browser/read-overlay';
import { pagesSeed } from '../feishu/pages/pages-seed';
import { type Feishu, startFeishu } from '../feishu/server';
import { addressOf } from './demo-addresses';
import { isSame } from './compare-bytes';
import { expect, test } from './popup-fixtures';
import { servedBoards } from './served-boards';

test.use({ mayReuse: true });

/** Where the toolbar stands, how it looks, what is dragged out by it; and boards that have to be looked for. */

const checkout = 'DocCheckout0000000000000001';
const shownBoard = '.render-unit-wrapper [data-block-type="whiteboard"]';

async function toolbarOn(board: Locator): Promise<ToolbarSeen> {
  await board.hover({ position: { x: 40, y: 60 } });
  await expect.poll(() => readToolbar(board.page())).toBeDefined();
  const seen = await readToolbar(board.page());
  if (!seen) throw new Error('no toolbar');
  return seen;
}

/** How far the toolbar's right edge is from that of its board, in CSS pixels. */
async function distance(page: Page, board: Locator): Promise<number | undefined> {
  const [box, bar] = [await board.boundingBox(), await readToolbar(page)];
  return box && bar ? Math.round(box.x + box.width - bar.place.x - bar.place.width) : undefined;
}

test('the toolbar stays on its board when the window takes another size', async ({ openDocument }) => {
  const page = await openDocument(addressOf(checkout));
  const board = page.locator(shownBoard).first();
  const before = await toolbarOn(board);
  await page.setViewportSize({ width: 1000, height: 700 });
  await expect.poll(async () => (await readToolbar(page))?.place.x).not.toBe(before.place.x);
  await expect.poll(() => distance(page, board)).toBe(8);
});

test('the toolbar is light or dark as the page is', async ({ openDocument }) => {
  const page = await openDocument(addressOf(checkout));
  const board = page.locator(shownBoard).first();
  for (const [background, isDark] of [
    ['rgb(20, 20, 20)', true],
    ['rgb(255, 255, 255)', false],
  ] as const) {
    await page.mouse.move(2, 2);
    await expect.poll(() => readToolbar(page)).toBeUndefined();
    await board.evaluate((element, color) => {
      if (element.parentElement) element.parentElement.style.backgroundColor = color;
    }, background);
    expect((await toolbarOn(board)).isDark).toBe(isDark);
  }
});

test('the handle drags the picture itself out', async ({ feishu, openDocument }) => {
  const page = await openDocument(addressOf(checkout));
  const [first] = await servedBoards(feishu, checkout);
  const dropped = nextDrop(page, '.topbar');
  const { handle } = await toolbarOn(page.locator(shownBoard).first());
  if (!handle) throw new Error('the toolbar has no handle');
  await page.mouse.move(handle.place.x + 8, handle.place.y + 8);
  await expect.poll(async () => (await readToolbar(page))?.handle?.state).toBe('ready');
  await page.mouse.down();
  await page.mouse.move(handle.place.x - 20, handle.place.y + 20, { steps: 3 });
  await page.mouse.move(400, 20, { steps: 5 });
  await page.mouse.up();
  const { html, url } = await dropped;
  expect(isSame(pictureIn(html), first?.picture.bytes)).toBe(true);
  expect(url).toMatch(/^blob:/);
  await page.mouse.move(2, 2);
  await expect.poll(() => readToolbar(page)).toBeUndefined();
});

test.describe('in a document of 6,000 blocks', () => {
  const long = 'DocLong00000000000000000001';
  let feishuOfPages: Feishu;
  test.beforeAll(async () => {
    feishuOfPages = await startFeishu({
      seed: {
        ...pagesSeed,
        apps: [
          {
            id: 'cli_all',
            secret: 'secret',
            tenant: 'acme',
            scopes: ['board:whiteboard:node:read', 'docx:document:readonly'],
          },
        ],
        users: [{ id: 'ou_reader', name: 'Reader', tenant: 'acme' }],
        tokens: [
          { token: 'u-pictures', app: 'cli_all', user: 'ou_reader', scopes: ['board:whiteboard:node:read'] },
        ],
      },
    });
  });
  test.afterAll(() => feishuOfPages.close());
  // Playwright reads the names of the fixtures from this pattern: there are none.
  // oxlint-disable-next-line no-empty-pattern
  test.use({ token: 'u-pictures', feishu: async ({}, use) => use(feishuOfPages) });

  test('Find in document goes to a board far down, and back to one far up', async ({
    openDocument,
    popupOver,
  }) => {
    const page = await openDocument(`${addressOf(long)}?slices=all`);
    const boards = await servedBoards(feishuOfPages, long);
    for (const place of [317, 4]) {
      const popup = await popupOver(page);
      await expect(popup.rows).toHaveCount(400);
      await popup.find(popup.rows.nth(place));
      const board = page.locator(`.render-unit-wrapper [data-record-id="${boards[place]?.blockId}"]`);
      await expect(board).toBeInViewport({ timeout: 20_000 });
      await expect.poll(() => readMark(page)).toBeDefined();
    }
  });
});
