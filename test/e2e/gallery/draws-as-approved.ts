import type { BrowserContext } from '@playwright/test';
import sharp from 'sharp';
import { decode } from '../pictures/compare-pixels';
import { approveExactly, isApproving, readApproved } from './approved-pictures';

/** Has the name of a state where pictures are approved, and is none. */
export const lettersState = 'letters';

/** Letters of all languages in the sizes of the pages, and controls that the browser draws itself. */
function sample(tag: string): string {
  return `<!doctype html><html lang="${tag}"><body style="margin:8px;font-family:system-ui,sans-serif">
${[12, 14, 16].map((size) => `<p style="font-size:${size}px">Save 12 boards <b>“$1” 保存画板</b> 儲存畫板 ボードを保存</p>`).join('')}
<code>board:read</code> <input type="checkbox" checked> <input type="radio"> <select><option>PNG</option></select></body></html>`;
}

/**
 * Whether this machine draws letters and controls as the one did whose pictures were approved. With other fonts, or a
 * browser that smooths them in another way, every picture would differ, and that would tell nothing about the pages.
 *
 * @param tag of the browser's language, on which the choice of fonts depends
 */
export async function drawsAsApproved(context: BrowserContext, tag: string): Promise<boolean> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 480, height: 240 });
  await page.setContent(sample(tag));
  const now = await page.screenshot();
  await page.close();
  const approved = await readApproved(lettersState, tag);
  const isAlike = approved !== undefined && (await decode(approved)).data.equals((await decode(now)).data);
  if (isAlike || !isApproving) return isAlike;
  await approveExactly(lettersState, tag, await sharp(now).webp({ lossless: true }).toBuffer());
  return true;
}
