import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changeSetting, openPopup as openPopupIn, savedFile, signIn } from '../browser/drive-extension';
import { type ExtensionBrowser, launchExtension } from '../browser/launch-extension';
import { isSame } from './compare-bytes';
import { expect, test } from './fixtures';
import { servedBoard } from './served-boards';

test.use({ mayReuse: true });

const url = 'https://acme.feishu.cn/docx/DocCheckout0000000000000001';
const documentId = 'DocCheckout0000000000000001';
const boardId = 'BrdPaymentFlow0000000000001';
const fileName = '结算系统设计 · Checkout design - 支付流程总览';

const isApiCall = ({ host }: { host: string }): boolean => host.startsWith('open.');
const isPicture = ({ path }: { path: string }): boolean => path.endsWith(`${boardId}/download_as_image`);

test('a second save within the fresh window asks the server nothing', async ({
  extension,
  feishu,
  openDocument,
  openPopup,
}) => {
  const { blockId, picture } = await servedBoard(feishu, documentId, boardId);
  const popup = await openPopup(await openDocument(url));
  const row = popup.locator(`[data-block-id="${blockId}"]`);
  await row.getByRole('button', { name: /^Save / }).click();
  await savedFile(extension, `${fileName}.png`);
  // The thumbnails of the rows in view are fetched meanwhile: they are not what is asked about here.
  await expect(popup.locator('[data-block-id] img').nth(5)).toBeVisible();
  feishu.requests.length = 0;

  await row.getByRole('button', { name: /^Save / }).click();
  const second = await savedFile(extension, `${fileName} (1).png`);
  expect(feishu.requests.filter(isApiCall).filter(isPicture)).toEqual([]);
  expect(feishu.requests.filter(({ path }) => path.includes('/docx/'))).toEqual([]);
  expect(isSame(await readFile(second), picture.bytes)).toBe(true);
});

test('after the fresh window a new picture is asked for', async ({
  extension,
  feishu,
  openDocument,
  openPopup,
}) => {
  const { blockId, picture: before } = await servedBoard(feishu, documentId, boardId);
  const popup = await openPopup(await openDocument(url));
  const row = popup.locator(`[data-block-id="${blockId}"]`);
  await row.getByRole('button', { name: /^Save / }).click();
  await savedFile(extension, `${fileName}.png`);

  feishu.store.redraw(boardId);
  await changeSetting(extension, 'freshMinutes', 0);
  await row.getByRole('button', { name: /^Save / }).click();
  const second = await savedFile(extension, `${fileName} (1).png`);
  const { picture: after } = await servedBoard(feishu, documentId, boardId);
  expect(isSame(await readFile(second), after.bytes)).toBe(true);
  expect(isSame(await readFile(second), before.bytes)).toBe(false);
});

test('with the network gone the stored picture is saved, and said to be stored', async ({
  extension,
  feishu,
  openDocument,
  openPopup,
}) => {
  const { blockId, picture } = await servedBoard(feishu, documentId, boardId);
  const document = await openDocument(url);
  const first = await openPopup(document);
  await first
    .locator(`[data-block-id="${blockId}"]`)
    .getByRole('button', { name: /^Save / })
    .click();
  await savedFile(extension, `${fileName}.png`);
  await first.close();

  await changeSetting(extension, 'freshMinutes', 0);
  feishu.faults.add({ match: { host: 'open.feishu.cn', path: '/' }, times: Infinity, kind: 'reset' });
  const popup = await openPopup(document);
  const row = popup.locator(`[data-block-id="${blockId}"]`);
  await row.getByRole('button', { name: /^Save / }).click();
  const second = await savedFile(extension, `${fileName} (1).png`);
  expect(isSame(await readFile(second), picture.bytes)).toBe(true);
  await expect(row.getByText(/not a newer one/)).toBeVisible();
});

test('what was stored is there after the browser has been closed', async ({ feishu }) => {
  const { blockId } = await servedBoard(feishu, documentId, boardId);
  const profile = await mkdtemp(join(tmpdir(), 'board-saver-'));
  const seeThumbnail = async (browser: ExtensionBrowser): Promise<void> => {
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    await page.goto(url);
    const popup = await openPopupIn(browser, page);
    await expect(popup.locator(`[data-block-id="${blockId}"] img`)).toBeVisible();
  };
  try {
    const first = await launchExtension({ port: feishu.port, profile });
    await signIn(first, 'feishu', 'u-demo-chen-xiao');
    await seeThumbnail(first);
    await first.close();

    feishu.requests.length = 0;
    const second = await launchExtension({ port: feishu.port, profile });
    await seeThumbnail(second);
    await second.close();
    expect(feishu.requests.filter(isPicture)).toEqual([]);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
});
