import { demoDocument } from '../demo-document';
import type { Figure } from '../figure';
import { preparePopup, settled } from '../popup-list';

const rounds = 31;

/** A board that came as JPEG: it has to be encoded anew for the clipboard. */
const board = '产品脑图';

export const figure: Figure = {
  name: 'copy-cached',
  unit: 'ms',
  goal: { of: 'ratio', bound: 'most', limit: 1.5 },
  about:
    'a board from the cache, from the click to the clipboard, over decoding its picture and encoding it as PNG',
  async measure(context) {
    const { page, url } = await preparePopup(context, demoDocument);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.addInitScript(noteCopies);
    await page.goto(url);
    await settled(page);
    await page.bringToFront();
    const row = page.getByRole('listitem').filter({ hasText: board });
    await row.locator('.thumbnail img').waitFor();
    const copy = row.locator('[data-action="copy"]');
    const values: number[] = [];
    const reference: number[] = [];
    // The first one loads what copies.
    for (let round = 0; round <= rounds; round += 1) {
      const done = page.evaluate(() => window.nextCopy?.() ?? { ms: NaN, encodeMs: NaN });
      await copy.click();
      const { ms, encodeMs } = await done;
      if (round === 0) continue;
      values.push(ms);
      reference.push(encodeMs);
      context.note(`round ${round}: ${ms.toFixed(0)} ms, encoding ${encodeMs.toFixed(0)} ms`);
    }
    return { values, reference };
  },
};

declare global {
  interface Window {
    /** How long the next copy takes from its click, and encoding the same picture, in ms. */
    nextCopy?: () => Promise<{ ms: number; encodeMs: number }>;
  }
}

/** Runs in the page before anything of it. */
function noteCopies(): void {
  let clicked = 0;
  addEventListener('click', () => (clicked = performance.now()), { capture: true });
  const write = navigator.clipboard.write.bind(navigator.clipboard);
  let finish: (() => void) | undefined;
  navigator.clipboard.write = async (items) => {
    await write(items);
    finish?.();
  };
  window.nextCopy = async () => {
    const ms = await new Promise<number>((resolve) => {
      finish = () => resolve(performance.now() - clicked);
    });
    const [item] = await navigator.clipboard.read();
    const png = await item?.getType('image/png');
    if (!png) return { ms, encodeMs: NaN };
    const { width, height } = await createImageBitmap(png);
    const source = new OffscreenCanvas(width, height);
    source.getContext('2d')?.drawImage(await createImageBitmap(png), 0, 0);
    const jpeg = await source.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
    const start = performance.now();
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.drawImage(await createImageBitmap(jpeg), 0, 0);
    await canvas.convertToBlob({ type: 'image/png' });
    return { ms, encodeMs: performance.now() - start };
  };
}
