import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import type { ExtensionBrowser } from '../browser/launch-extension';

/** A page of the extension in which archives can be made: see `zip-page.ts`. */
export async function openZipPage(browser: ExtensionBrowser): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}/empty.html`);
  const entry = fileURLToPath(new URL('zip-page.ts', import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'iife', write: false });
  await page.evaluate(outputFiles[0]?.text ?? '');
  return page;
}
