import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import { measureImage } from '../../components/images/measure';
import { sniffImageType } from '../../components/images/sniff';
import { chooseMenuItem, openPopup, rightClickBoard, savedFile, signIn } from '../browser/drive-extension';
import { type ExtensionBrowser, launchExtension } from '../browser/launch-extension';
import { readClipboard } from '../browser/read-clipboard';
import { testZip } from '../browser/read-zip';
import type { Feishu } from '../feishu/server';
import { demo } from './demo-world';
import { asTable } from './table';

const { outputFolder } = demo;

/** One thing that was done, and what came of it. */
interface Result {
  what: string;
  file: string;
  /** By the bytes, not by the name. */
  type: string;
  pixels: string;
  bytes: number;
  /** From the click to the whole file, or the filled clipboard. */
  milliseconds: number;
}

/**
 * Does the main job by itself in a headless browser: saves a board by right-click, all of them from the popup,
 * copies one. Leaves the files and two screenshots in `demo-output/` and prints what it did.
 * @returns the exit code: 0 when all of it worked
 */
export async function takeTour(feishu: Feishu): Promise<number> {
  await rm(outputFolder, { recursive: true, force: true });
  await mkdir(outputFolder, { recursive: true });
  const browser = await launchExtension({ port: feishu.port });
  const results: Result[] = [];
  const failures: string[] = [];
  try {
    await signIn(browser, 'feishu', demo.token);
    const document = browser.context.pages()[0] ?? (await browser.context.newPage());
    await document.goto(demo.documentUrl);
    // The captions that boards are named by come with the page's own model, a moment after its blocks.
    await document.waitForFunction(() => 'PageMain' in window);
    const stops = [
      ['Right-click, Save board as image', () => saveByRightClick(browser, document)],
      ['Popup, save all as ZIP', () => saveAll(browser, document)],
      ['Popup, Copy', () => copyBoard(browser, document)],
      ['Screenshot of the document', () => takeScreenshot(document, 'document.png')],
    ] as const;
    for (const [what, visit] of stops) {
      try {
        results.push(...(await visit()).map((result) => ({ ...result, what })));
      } catch (error) {
        failures.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  } finally {
    await browser.close();
  }
  const rows = results.map(({ what, file, type, pixels, bytes, milliseconds }) => [
    what,
    file,
    type,
    pixels,
    bytes,
    milliseconds,
  ]);
  console.log(`\n${asTable(['what', 'file', 'type', 'pixels', 'bytes', 'ms'], rows)}\n`);
  for (const failure of failures) console.error(`FAILED  ${failure}`);
  console.log(`Everything lies in ${outputFolder}`);
  return failures.length === 0 ? 0 : 1;
}

type Visit = Omit<Result, 'what'>[];

async function saveByRightClick(browser: ExtensionBrowser, document: Page): Promise<Visit> {
  const board = document.locator('[data-block-type="whiteboard"]').first();
  await board.waitFor();
  await rightClickBoard(document, (await board.getAttribute('data-record-id')) ?? '');
  const start = performance.now();
  await chooseMenuItem(browser, document, 'save-board');
  const path = await savedFile(browser, '结算系统设计 · Checkout design - 支付流程总览.png');
  return [await keep(path, start)];
}

async function saveAll(browser: ExtensionBrowser, document: Page): Promise<Visit> {
  const popup = await openPopup(browser, document);
  await popup.bringToFront();
  await popup.locator('[data-block-id] img').nth(5).waitFor();
  const start = performance.now();
  await popup.locator('.main-button').click();
  await popup.locator('[data-job-state="done"]').waitFor();
  const archive = await savedFile(browser, '结算系统设计 · Checkout design.zip');
  await testZip(archive);
  const zip = await keep(archive, start);
  // The list with its pictures is what one knows a popup by; what came of the job stands below it.
  const picture = await takeScreenshot(popup, 'popup.png');
  await popup.close();
  return [zip, ...picture];
}

async function copyBoard(browser: ExtensionBrowser, document: Page): Promise<Visit> {
  const popup = await openPopup(browser, document);
  await popup.bringToFront();
  const row = popup.locator('[data-block-id]').first();
  await row.locator('img').waitFor();
  const start = performance.now();
  await row.locator('[data-action="copy"]').click();
  await row.getByText('Copied').waitFor();
  const milliseconds = Math.round(performance.now() - start);
  const { bytes } = await readClipboard(popup);
  await writeFile(join(outputFolder, 'clipboard.png'), bytes);
  await popup.close();
  return [{ ...describe('clipboard.png', bytes), milliseconds }];
}

async function takeScreenshot(page: Page, file: string): Promise<Visit> {
  await page.bringToFront();
  const start = performance.now();
  const bytes = await page.screenshot({ path: join(outputFolder, file) });
  return [{ ...describe(file, bytes), milliseconds: Math.round(performance.now() - start) }];
}

/** Takes a saved file over into the output folder. */
async function keep(path: string, start: number): Promise<Visit[number]> {
  const milliseconds = Math.round(performance.now() - start);
  const file = basename(path);
  await copyFile(path, join(outputFolder, file));
  return { ...describe(file, await readFile(path)), milliseconds };
}

function describe(file: string, bytes: Buffer): Omit<Visit[number], 'milliseconds'> {
  const type = sniffImageType(bytes);
  const size = type && measureImage(bytes, type);
  const isZip = bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]));
  return {
    file,
    type: type ?? (isZip ? 'application/zip' : 'unknown'),
    pixels: size ? `${size.width} x ${size.height}` : '',
    bytes: bytes.length,
  };
}
