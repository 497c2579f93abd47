import type { Page } from '@playwright/test';
import { clipboardHtml, type CopiedBoard } from '../../components/saving/clipboard-html';
import { readClipboard } from '../browser/read-clipboard';
import { differingPixels } from './compare-bytes';
import { type EditorName, editorNames, type EditorServer, serveEditors } from './editors/serve-editors';
import { expect, test } from './popup-fixtures';
import { servedBoards } from './served-boards';

const documentId = 'DocCheckout0000000000000001';
const documentUrl = `https://acme.feishu.cn/docx/${documentId}`;
const boardName = '支付流程 "1"';

/** canvas-editor takes the text of a link and leaves out a picture in it: it is shown the form without one. */
const losesLinkedPictures = new Set<EditorName>(['canvas-editor']);

let editors: EditorServer;
test.beforeAll(async () => {
  editors = await serveEditors();
});
test.afterAll(() => editors.close());

for (const name of editorNames) {
  test.describe(`into ${name}`, () => {
    test('a board that the popup copied is pasted with each of its pixels', async ({
      extension,
      feishu,
      popupFor,
    }, testInfo) => {
      const [board] = await servedBoards(feishu, documentId);
      const popup = await popupFor(documentUrl);
      await popup.rows
        .first()
        .getByRole('button', { name: /^Copy / })
        .click();
      await expect(popup.rows.first().getByText('Copied')).toBeVisible();

      const page = await extension.context.newPage();
      const [pasted, ...others] = await pasteInto(page, editors.urlOf(name));
      expect(others).toEqual([]);
      expect(await differingPixels(await bytesOf(page, pasted?.src ?? ''), board?.picture.bytes)).toBe(0);
      await page.screenshot({ path: testInfo.outputPath(`${name}.png`) });
    });

    test('a board with HTML beside its picture is pasted once, whole, with what the editor keeps', async ({
      extension,
      feishu,
      popupFor,
    }, testInfo) => {
      const [board] = await servedBoards(feishu, documentId);
      const popup = await popupFor(documentUrl);
      await popup.rows
        .first()
        .getByRole('button', { name: /^Copy / })
        .click();
      await expect(popup.rows.first().getByText('Copied')).toBeVisible();
      const link = losesLinkedPictures.has(name) ? undefined : `${documentUrl}#${board?.blockId}`;

      const page = await extension.context.newPage();
      await page.goto(editors.urlOf(name));
      await addHtml(page, { name: boardName, link });
      const [pasted, ...others] = await pasteInto(page, editors.urlOf(name));
      expect(others).toEqual([]);
      expect(await differingPixels(await bytesOf(page, pasted?.src ?? ''), board?.picture.bytes)).toBe(0);
      expect({ alt: pasted?.alt, link: pasted?.link }).toEqual({ alt: keptAlt[name], link });
      await page.screenshot({ path: testInfo.outputPath(`${name}-html.png`) });
    });
  });
}

/** What each editor keeps of the HTML. */
const keptAlt: Record<EditorName, string | undefined> = {
  contenteditable: boardName,
  quill: boardName,
  tinymce: boardName,
  'canvas-editor': undefined,
};

/** Puts our HTML beside the PNG that lies on the clipboard. */
async function addHtml(page: Page, board: CopiedBoard): Promise<void> {
  const { bytes, width, height } = await readClipboard(page);
  const src = `data:image/png;base64,${bytes.toString('base64')}`;
  const html = clipboardHtml(board, { src, size: { width, height } }, 1920);
  await page.evaluate(async (text) => {
    const [item] = await navigator.clipboard.read();
    const png = item?.getType('image/png') ?? new Blob();
    const beside = new Blob([text], { type: 'text/html' });
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png, 'text/html': beside })]);
  }, html);
}

/** Opens an editor, presses Ctrl+V as a person does, and waits until it has a picture. */
async function pasteInto(page: Page, url: string) {
  await page.bringToFront();
  await page.goto(url);
  await expect.poll(() => page.evaluate(() => globalThis.editorPage !== undefined)).toBe(true);
  await page.evaluate(() => globalThis.editorPage?.focus());
  await page.keyboard.press('Control+V');
  const pictures = () => page.evaluate(() => globalThis.editorPage?.pictures() ?? []);
  await expect.poll(async () => (await pictures()).length).toBeGreaterThan(0);
  return pictures();
}

/** The picture that an editor has under this address of its own page. */
async function bytesOf(page: Page, src: string): Promise<Buffer> {
  const base64 = await page.evaluate(async (address) => {
    const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return btoa(binary);
  }, src);
  return Buffer.from(base64, 'base64');
}
