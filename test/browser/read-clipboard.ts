import type { Page } from '@playwright/test';
import { browserOf } from './browser-of';

/** What lies on the clipboard, as a page that may read it finds it. */
export interface ClipboardPicture {
  types: string[];
  /** The PNG. */
  bytes: Buffer;
  /** In pixels, as the browser decodes it. */
  width: number;
  height: number;
}

/** Reads the clipboard from `page`, which is brought to the front: only a page with the focus may. */
export async function readClipboard(page: Page): Promise<ClipboardPicture> {
  await page.bringToFront();
  return browserOf(page).product === 'firefox' ? pasteInto(page) : readFrom(page);
}

async function readFrom(page: Page): Promise<ClipboardPicture> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const { base64, ...read } = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    if (!item) throw new Error('the clipboard is empty');
    const blob = await item.getType('image/png');
    const { width, height } = await createImageBitmap(blob);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return { types: [...item.types], base64: btoa(binary), width, height };
  });
  return { ...read, bytes: Buffer.from(base64, 'base64') };
}

/** Reads what lies on the clipboard for editors that take HTML; in Chromium. */
export async function readClipboardHtml(page: Page): Promise<string> {
  await page.bringToFront();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await (await item?.getType('text/html'))?.text()) ?? '';
  });
}

/** Reads the clipboard's text from `page`, which is brought to the front. */
export async function readClipboardText(page: Page): Promise<string> {
  await page.bringToFront();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Firefox asks the user before a page reads the clipboard, but not when the user pastes. */
async function pasteInto(page: Page): Promise<ClipboardPicture> {
  const pasted = page.evaluate(
    () =>
      new Promise<{ types: string[]; base64: string; width: number; height: number }>((resolve, reject) => {
        const read = async ({ clipboardData }: ClipboardEvent) => {
          const [file] = clipboardData?.files ?? [];
          if (!file) throw new Error('no picture is on the clipboard');
          const { width, height } = await createImageBitmap(file);
          let binary = '';
          for (const byte of new Uint8Array(await file.arrayBuffer())) binary += String.fromCharCode(byte);
          return { types: [file.type], base64: btoa(binary), width, height };
        };
        document.documentElement.dataset['awaitsPaste'] = '';
        document.addEventListener('paste', (event) => void read(event).then(resolve, reject), {
          once: true,
          capture: true,
        });
      }),
  );
  await page.locator('[data-awaits-paste]').waitFor({ state: 'attached' });
  await page.keyboard.press('Control+V');
  const { base64, ...read } = await pasted;
  return { ...read, bytes: Buffer.from(base64, 'base64') };
}
