import type { Page } from '@playwright/test';
import { signIn, tabIdOf } from '../browser/drive-extension';
import { wordsOf } from '../browser/words';
import type { BenchContext } from './bench-context';
import type { Measurement } from './figure';
import { longDocument } from './long-document';

const rounds = 15;

/**
 * From the start of a navigation to the paint that shows all boards of the long document, in ms: in the popup, and
 * as its reference the paint of a page with one word. Both in the same tab, with the worker awake.
 */
export async function timeToList({ startFeishu, launchExtension, note }: BenchContext): Promise<Measurement> {
  const feishu = await startFeishu(longDocument.seed);
  const browser = await launchExtension(feishu);
  await signIn(browser, 'feishu', longDocument.token);
  const document = browser.context.pages()[0] ?? (await browser.context.newPage());
  await document.goto(longDocument.url);
  await document.waitForFunction(() => 'PageMain' in window);
  const tabId = await tabIdOf(browser, document);

  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 400, height: 600 });
  await page.addInitScript(notePaint);
  const root = `chrome-extension://${browser.extensionId}`;
  const popup = (): Promise<number> => paintOf(page, `${root}/popup.html?tab=${tabId}`, longDocument.boards);
  const empty = (): Promise<number> => paintOf(page, `${root}/empty.html`, 0);

  // Not counted: the first one fills the browser's caches of code and fonts, and the last list of the document.
  await popup();
  await page.getByText(wordsOf('en')('popup_checking')).waitFor({ state: 'detached', timeout: 60_000 });
  const values: number[] = [];
  const reference: number[] = [];
  for (let round = 0; round < rounds; round++) {
    reference.push(await empty());
    values.push(await popup());
    note(`round ${round + 1}: ${values.at(-1)?.toFixed(1)} ms, empty ${reference.at(-1)?.toFixed(1)} ms`);
  }
  return { values, reference };
}

declare global {
  interface Window {
    /** When so many rows were painted, in ms since the navigation began. */
    paintOfRows?: (count: number) => Promise<number>;
  }
}

async function paintOf(page: Page, url: string, rows: number): Promise<number> {
  await page.goto('about:blank');
  await page.goto(url);
  return page.evaluate((count) => window.paintOfRows?.(count) ?? NaN, rows);
}

/** Runs in the page before anything of it: looks at each frame what it is about to show, and notes when it is done. */
function notePaint(): void {
  const painted = new Map<number, number>();
  const afterPaint = (note: (at: number) => void): void => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => note(performance.now()));
    port1.start();
    port2.postMessage(null);
  };
  let wake = (): void => {};
  const look = (): void => {
    const rows = document.querySelectorAll('li[data-block-id]').length;
    const isShown = document.body?.textContent !== '';
    afterPaint((at) => {
      if (isShown && !painted.has(rows)) painted.set(rows, at);
      wake();
    });
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  window.paintOfRows = async (count) => {
    for (;;) {
      const at = painted.get(count);
      if (at !== undefined) return at;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
}
