import type { Page } from '@playwright/test';

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

/** Reads the clipboard's text from `page`, which is brought to the front. */
export async function readClipboardText(page: Page): Promise<string> {
  await page.bringToFront();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return page.evaluate(() => navigator.clipboard.readText());
}
