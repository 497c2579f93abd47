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
  return browserOf(page).product === 'firefox' ? pastedPicture(page) : readFrom(page);
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

/** Reads what lies on the clipboard for editors that take HTML, from `page`, which is brought to the front. */
export function readClipboardHtml(page: Page): Promise<string> {
  return readTyped(page, 'text/html');
}

/** Reads the clipboard's text from `page`, which is brought to the front. */
export function readClipboardText(page: Page): Promise<string> {
  return readTyped(page, 'text/plain');
}

async function readTyped(page: Page, type: 'text/html' | 'text/plain'): Promise<string> {
  await page.bringToFront();
  if (browserOf(page).product === 'firefox') return (await paste(page))[type];
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return page.evaluate(async (wanted) => {
    const [item] = await navigator.clipboard.read();
    return item?.types.includes(wanted) ? (await item.getType(wanted)).text() : '';
  }, type);
}

async function pastedPicture(page: Page): Promise<ClipboardPicture> {
  const { picture } = await paste(page);
  if (!picture) throw new Error('no picture is on the clipboard');
  const { base64, ...read } = picture;
  return { ...read, bytes: Buffer.from(base64, 'base64') };
}

interface Pasted {
  'text/html': string;
  'text/plain': string;
  picture: { types: string[]; base64: string; width: number; height: number } | undefined;
}

/** Firefox asks the user before a page reads the clipboard, but not when the user pastes. */
async function paste(page: Page): Promise<Pasted> {
  const pasted = page.evaluate(
    () =>
      new Promise<Pasted>((resolve, reject) => {
        const pictureIn = async (file: File): Promise<Pasted['picture']> => {
          const { width, height } = await createImageBitmap(file);
          let binary = '';
          for (const byte of new Uint8Array(await file.arrayBuffer())) binary += String.fromCharCode(byte);
          return { types: [file.type], base64: btoa(binary), width, height };
        };
        const read = async ({ clipboardData }: ClipboardEvent): Promise<Pasted> => {
          const [file] = clipboardData?.files ?? [];
          const text = (type: string): string => clipboardData?.getData(type) ?? '';
          const texts = { 'text/html': text('text/html'), 'text/plain': text('text/plain') };
          return { ...texts, picture: file && (await pictureIn(file)) };
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
  return pasted;
}
