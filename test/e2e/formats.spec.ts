import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import sharp from 'sharp';
import { readClipboardHtml } from '../browser/read-clipboard';
import { zipFile } from '../browser/read-zip';
import { boardNodes } from '../feishu/board-nodes';
import {
  changeSetting,
  chooseMenuItem,
  numberedName,
  rightClickBoard,
  savedFile,
} from '../browser/drive-extension';
import { isSame } from './compare-bytes';
import { expect, inFirefox, test } from './popup-fixtures';
import { servedBoard } from './served-boards';

test.use({ mayReuse: true });

const url = 'https://acme.feishu.cn/docx/DocCheckout0000000000000001';
const documentId = 'DocCheckout0000000000000001';
const boardId = 'BrdPaymentFlow0000000000001';
const name = '支付流程总览';
const other = '组织架构 2026';
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
    { entry: 'png-2x', saved: `${file}.png`, format: 'png', scale: 2 },
    { entry: 'png-1920', saved: `${file}.png`, number: 1, format: 'png', width: 1920 },
    { entry: 'webp', saved: `${file}.webp`, format: 'webp', scale: 1 },
    { entry: 'jpeg', saved: `${file}.jpg`, format: 'jpeg', scale: 1 },
  ];

  test(
    'saves in every format, of the drawing, and what its diagrams were written in',
    inFirefox,
    async ({ extension, feishu, popupFor, words }) => {
      const code = 'graph TD\n  下单 --> 支付';
      const uml = '@startuml\n下单 -> 支付\n@enduml';
      feishu.store.changeBoard(boardId, {
        syntax: [
          { language: 'mermaid', code },
          { language: 'plantuml', code: uml },
        ],
      });
      const { picture } = await servedBoard(feishu, documentId, boardId);
      const own = feishu.store.board(boardId)?.scale ?? 1;
      const popup = await popupFor(url);
      const row = popup.row(name);
      for (const { entry, saved, number, format, scale, width } of formats) {
        await saveAs(row, entry);
        const called = number ? numberedName(extension, saved, number) : saved;
        const metadata = await sharp(await readFile(await savedFile(extension, called))).metadata();
        expect(metadata).toMatchObject({
          format,
          width: width ?? Math.round((picture.width / own) * (scale ?? 1)),
        });
      }
      expect(feishu.requests.some(isExport)).toBe(true);

      await saveAs(row, 'svg');
      const svg = (await readFile(await savedFile(extension, `${file}.svg`))).toString();
      expect(svg).toMatch(/^<svg /);
      expect(svg).not.toContain('<script');
      await expect(row.getByText(words('note_no_vector'))).toHaveCount(0);

      await saveAs(row, 'mermaid');
      expect((await readFile(await savedFile(extension, `${file}.mmd`))).toString()).toBe(`${code}\n`);
      await expect(row.getByText(words('popup_saved_source', `${file}.mmd`))).toBeVisible();
      await saveAs(row, 'plantuml');
      expect((await readFile(await savedFile(extension, `${file}.puml`))).toString()).toBe(`${uml}\n`);
      await popup.row(other).locator('[data-action="more"]').click();
      await expect(popup.row(other).locator('[data-entry="svg"]')).toBeVisible();
      await expect(popup.row(other).locator('[data-entry="mermaid"]')).toHaveCount(0);
    },
  );

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

test('what is written on a board is told to those who cannot see it, where the settings ask for it', async ({
  extension,
  feishu,
  popupFor,
  words,
}) => {
  await changeSetting(extension, 'recipe', { format: 'as-served', isDescribed: true });
  const onBoard = feishu.store.board(boardId);
  const written = '库存足够';
  expect(JSON.stringify(onBoard && boardNodes(onBoard))).toContain(written);
  const { picture } = await servedBoard(feishu, documentId, boardId);
  const popup = await popupFor(url);
  const copy = (board: Locator): Promise<void> => board.locator('[data-action="copy"]').click();

  await copy(popup.row(name));
  await expect(popup.row(name).getByText(words('popup_copied'))).toBeVisible();
  expect(await readClipboardHtml(popup.page)).toContain(written);

  await popup.saveAll(await popup.rows.count());
  await popup.expectJob('done');
  const title = '结算系统设计 · Checkout design';
  const zip = await savedFile(extension, `${title}.zip`);
  const sheet = (await zipFile(zip, `${title}/index.html`)).toString();
  expect(sheet).toContain(`alt="${name}&#10;`.replace('&#10;', '\n'));
  expect(sheet).toContain(written);
  const inZip = await zipFile(zip, `${title}/* ${name}.png`);
  expect(isSame(inZip, picture.bytes)).toBe(true);

  feishu.store.redraw(boardId);
  feishu.faults.add({ match: { path: '/nodes' }, kind: 'status', status: 403, times: Infinity });
  await changeSetting(extension, 'recipe', { format: 'png', isDescribed: true });
  await changeSetting(extension, 'freshMinutes', 0);
  await popup.save(name);
  await expect(popup.row(name).getByText(words('note_no_text'))).toBeVisible();
});
