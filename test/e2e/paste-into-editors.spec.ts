import type { Page } from '@playwright/test';
import { differingPixels } from './compare-bytes';
import { type EditorName, editorNames, type EditorServer, serveEditors } from './editors/serve-editors';
import { expect, test } from './popup-fixtures';
import { servedBoards } from './served-boards';

test.use({ mayReuse: true });

const documentId = 'DocCheckout0000000000000001';
const documentUrl = `https://acme.feishu.cn/docx/${documentId}`;
const boardName = '支付流程总览';

let editors: EditorServer;
test.beforeAll(async () => {
  editors = await serveEditors();
});
test.afterAll(() => editors.close());

/** What each editor keeps of the HTML beside the picture; some take the PNG, and have no name for it. */
const keptAlt: Record<EditorName, string | undefined> = {
  contenteditable: boardName,
  quill: undefined,
  tinymce: boardName,
  'canvas-editor': undefined,
  'js-draw': '',
};

test('a board that was copied is pasted once, whole, with what the editor keeps of its name', async ({
  extension,
  feishu,
  popupFor,
  words,
}, testInfo) => {
  const [board] = await servedBoards(feishu, documentId);
  const popup = await popupFor(documentUrl);
  const row = popup.row(boardName);
  await row.getByRole('button', { name: words('popup_copy_named', boardName) }).click();
  await expect(row.getByText(words('popup_copied'))).toBeVisible();

  for (const name of editorNames) {
    await test.step(`into ${name}`, async () => {
      const page = await extension.context.newPage();
      const [pasted, ...others] = await pasteInto(page, editors.urlOf(name));
      expect(others).toEqual([]);
      expect(await differingPixels(await bytesOf(page, pasted?.src ?? ''), board?.picture.bytes)).toBe(0);
      expect(pasted?.alt).toBe(keptAlt[name]);
      await page.screenshot({ path: testInfo.outputPath(`${name}.png`) });
      await page.close();
    });
  }
});

test('a board that was copied with its name and link is pasted with both', async ({
  extension,
  feishu,
  popupFor,
  words,
}, testInfo) => {
  const [board] = await servedBoards(feishu, documentId);
  const popup = await popupFor(documentUrl);
  const row = popup.row(boardName);
  await row.locator('[data-action=more]').click();
  await popup.page.getByRole('menuitem', { name: words('popup_copy_document'), exact: true }).click();
  await expect(row.getByText(words('popup_copied'))).toBeVisible();

  // The whiteboard is no document: it takes pictures alone.
  for (const name of editorNames.filter((editor) => editor !== 'js-draw')) {
    await test.step(`into ${name}`, async () => {
      const page = await extension.context.newPage();
      const [pasted, ...others] = await pasteInto(page, editors.urlOf(name));
      expect(others).toEqual([]);
      expect(await differingPixels(await bytesOf(page, pasted?.src ?? ''), board?.picture.bytes)).toBe(0);
      const links = await page.evaluate(() => globalThis.editorPage?.links());
      expect(links).toEqual([`${documentUrl}#${board?.blockId}`]);
      await page.screenshot({ path: testInfo.outputPath(`${name}-with-link.png`) });
      await page.close();
    });
  }
});

/** Opens an editor, presses Ctrl+V as a person does, and waits until it has a picture. */
async function pasteInto(page: Page, url: string) {
  await page.bringToFront();
  await page.goto(url);
  await expect.poll(() => page.evaluate(() => globalThis.editorPage !== undefined)).toBe(true);
  await page.evaluate(() => globalThis.editorPage?.focus());
  // canvas-editor gives its input field the focus a little later.
  await expect
    .poll(() => page.evaluate(() => document.activeElement === document.body), 'the focus is in the editor')
    .toBe(false);
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
