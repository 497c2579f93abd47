import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import sharp from 'sharp';
import { changeSetting, chooseMenuItem, rightClickBoard, savedFile } from '../browser/drive-extension';
import { isSame } from './compare-bytes';
import { expect, test } from './popup-fixtures';
import { servedBoard } from './served-boards';

const url = 'https://acme.feishu.cn/docx/DocCheckout0000000000000001';
const documentId = 'DocCheckout0000000000000001';
const boardId = 'BrdPaymentFlow0000000000001';
const name = '支付流程总览';
const file = `结算系统设计 · Checkout design - ${name}`;

const isExport = ({ path }: { path: string }): boolean => path.endsWith('/export');
const isPicture = ({ path }: { path: string }): boolean => path.endsWith(`${boardId}/download_as_image`);

/** Opens the menu of a row, and chooses a format. */
async function saveAs(row: Locator, format: string): Promise<void> {
  await row.locator('[data-action="more"]').click();
  await row.locator(`[data-entry="${format}"]`).click();
}

test.describe('the menu of a row', () => {
  const formats = [
    { entry: 'png-2x', extension: 'png', format: 'png', scale: 2 },
    { entry: 'png-1920', extension: 'png', format: 'png', width: 1920 },
    { entry: 'webp', extension: 'webp', format: 'webp', scale: 1 },
    { entry: 'jpeg', extension: 'jpg', format: 'jpeg', scale: 1 },
  ];
  for (const { entry, extension: end, format, scale, width } of formats) {
    test(`saves as ${entry}, of the drawing`, async ({ extension, feishu, popupFor }) => {
      const { picture } = await servedBoard(feishu, documentId, boardId);
      const popup = await popupFor(url);
      await saveAs(popup.row(name), entry);
      const saved = await sharp(await readFile(await savedFile(extension, `${file}.${end}`))).metadata();
      expect(saved.format).toBe(format);
      const own = feishu.store.board(boardId)?.scale ?? 1;
      expect(saved.width).toBe(width ?? Math.round((picture.width / own) * (scale ?? 1)));
      expect(feishu.requests.some(isExport)).toBe(true);
    });
  }

  test('saves the drawing itself as SVG, cleaned', async ({ extension, popupFor, words }) => {
    const popup = await popupFor(url);
    await saveAs(popup.row(name), 'svg');
    const svg = (await readFile(await savedFile(extension, `${file}.svg`))).toString();
    expect(svg).toMatch(/^<svg /);
    expect(svg).not.toContain('<script');
    await expect(popup.row(name).getByText(words('note_no_vector'))).toHaveCount(0);
  });

  test('offers no SVG where the host has no drawings, and says that a larger picture is no sharper', async ({
    extension,
    feishu,
    popupFor,
    words,
  }) => {
    feishu.store.changeBoard(boardId, { export: 'absent' });
    const { picture } = await servedBoard(feishu, documentId, boardId);
    const popup = await popupFor(url);
    await saveAs(popup.row(name), 'png-2x');
    const saved = await sharp(await readFile(await savedFile(extension, `${file}.png`))).metadata();
    expect(saved.width).toBe(picture.width * 2);
    await expect(popup.row(name).getByText(words('note_enlarged'))).toBeVisible();

    await popup.row(name).locator('[data-action="more"]').click();
    await expect(popup.row(name).locator('[data-entry="webp"]')).toBeVisible();
    await expect(popup.row(name).locator('[data-entry="svg"]')).toHaveCount(0);
    expect(feishu.requests.filter(isExport)).toHaveLength(1);
  });
});

test.describe('the format of the settings', () => {
  test('holds for a right-click, with a limit of bytes', async ({ extension, feishu, openDocument }) => {
    const maxBytes = 20_000;
    await changeSetting(extension, 'recipe', { format: 'jpeg', maxBytes });
    const { blockId } = await servedBoard(feishu, documentId, boardId);
    const document = await openDocument(url);
    await rightClickBoard(document, blockId);
    await chooseMenuItem(extension, document, 'save-board');
    const bytes = await readFile(await savedFile(extension, `${file}.jpg`));
    expect((await sharp(bytes).metadata()).format).toBe('jpeg');
    expect(bytes.length).toBeLessThanOrEqual(maxBytes);
  });

  test('where it is SVG and there is none, the picture is saved as served, which is said', async ({
    extension,
    feishu,
    popupFor,
    words,
  }) => {
    feishu.store.changeBoard(boardId, { export: 'absent' });
    await changeSetting(extension, 'recipe', { format: 'svg' });
    const { picture } = await servedBoard(feishu, documentId, boardId);
    const popup = await popupFor(url);
    await popup.save(name);
    expect(isSame(await readFile(await savedFile(extension, `${file}.png`)), picture.bytes)).toBe(true);
    await expect(popup.row(name).getByText(words('note_no_vector'))).toBeVisible();
  });

  test('is chosen among those that mean something, and seen on a sample', async ({ settingsPage, words }) => {
    const { page } = await settingsPage();
    const section = page.getByRole('region', { name: words('options_pictures'), exact: true });
    const sample = section.getByRole('img', { name: words('options_preview_alt') });
    await expect(section.getByText(words('options_preview_served'))).toBeVisible();
    await section.locator('[name="format"]').selectOption('jpeg');
    await section.locator('[name="size"]').selectOption('1920px');
    await expect(section.getByText(/1,920 × 840 px · JPEG/)).toBeVisible();
    await expect(sample).toBeVisible();
    await section.locator('[name="format"]').selectOption('svg');
    await expect(section.locator('[name="size"]')).toHaveCount(0);
    await expect(section.getByText(/640 × 280 px · SVG/)).toBeVisible();

    const names = page.getByRole('region', { name: words('options_files'), exact: true });
    await names.locator('[name="fileNameOne"]').fill('{n}: {name}');
    await expect(names.getByText('03_ Payment flow.png')).toBeVisible();
  });
});

test.describe('a picture that looks wrong', () => {
  const match = { host: 'open.feishu.cn', path: `${boardId}/download_as_image` };
  const blank = async (): Promise<Buffer> =>
    sharp({ create: { width: 640, height: 360, channels: 3, background: 'white' } })
      .png()
      .toBuffer();

  test('is fetched once more, and the better one is kept', async ({ extension, feishu, popupFor, words }) => {
    const body = await blank();
    feishu.faults.add({ match, times: 1, kind: 'body', contentType: 'image/png', body });
    const { picture } = await servedBoard(feishu, documentId, boardId);
    const popup = await popupFor(url);
    await popup.save(name);
    expect(isSame(await readFile(await savedFile(extension, `${file}.png`)), picture.bytes)).toBe(true);
    expect(feishu.requests.filter(isPicture)).toHaveLength(2);
    await expect(popup.row(name).getByText(words('note_blank'))).toHaveCount(0);
  });

  test('twice is marked, where there is no drawing', async ({ extension, feishu, popupFor, words }) => {
    feishu.store.changeBoard(boardId, { export: 'absent' });
    const body = await blank();
    feishu.faults.add({ match, times: 2, kind: 'body', contentType: 'image/png', body });
    const popup = await popupFor(url);
    await popup.save(name);
    expect(isSame(await readFile(await savedFile(extension, `${file}.png`)), body)).toBe(true);
    await expect(popup.row(name).getByText(words('note_blank'))).toBeVisible();
    expect(feishu.requests.filter(isPicture)).toHaveLength(2);
  });

  test('twice gives way to the drawing, where there is one', async ({ feishu, extension, popupFor }) => {
    const body = await blank();
    feishu.faults.add({ match, times: 2, kind: 'body', contentType: 'image/png', body });
    const popup = await popupFor(url);
    await popup.save(name);
    expect((await readFile(await savedFile(extension, `${file}.svg`))).toString()).toMatch(/^<svg /);
  });
});
