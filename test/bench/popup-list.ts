import type { Page } from '@playwright/test';
import { signIn, tabIdOf } from '../browser/drive-extension';
import { wordsOf } from '../browser/words';
import type { Seed } from '../feishu/seed';
import type { BenchContext } from './bench-context';
import type { Measurement } from './figure';

const rounds = 31;

/** A document with boards, and a token of somebody who may read it. */
export interface ListedDocument {
  boards: number;
  url: string;
  token: string;
  /** Default: the demo's. */
  seed?: Seed;
}

/** The popup of a document, not yet opened, in a tab of its own. */
export interface PreparedPopup {
  page: Page;
  /** Of the popup, and of a page of the extension with one word. */
  url: string;
  emptyUrl: string;
}

/**
 * From the start of a navigation to the paint that shows a document's list, in ms: in the popup, and as its reference
 * the paint of a page with one word. Both in the same tab, with the worker awake.
 */
export async function timeToList(context: BenchContext, document: ListedDocument): Promise<Measurement> {
  const { page, url, emptyUrl } = await preparePopup(context, document);
  const { boards } = document;
  await page.addInitScript(notePaint, { boards, words: wordsOf('en')('popup_boards_other', boards) });
  const popup = (): Promise<number> => paintOf(page, url, 'list');
  const empty = (): Promise<number> => paintOf(page, emptyUrl, 'words');

  // Not counted: the first one fills the browser's caches of code and fonts, and the last list of the document.
  await popup();
  await settled(page);
  const values: number[] = [];
  const reference: number[] = [];
  for (let round = 0; round < rounds; round++) {
    reference.push(await empty());
    values.push(await popup());
    context.note(
      `round ${round + 1}: ${values.at(-1)?.toFixed(1)} ms, empty ${reference.at(-1)?.toFixed(1)} ms`,
    );
  }
  return { values, reference };
}

/** Signs in, opens the document, and makes a tab as large as a popup beside it. */
export async function preparePopup(
  { startFeishu, launchExtension }: BenchContext,
  { url, token, seed }: ListedDocument,
): Promise<PreparedPopup> {
  const feishu = await startFeishu(seed);
  const browser = await launchExtension(feishu);
  await signIn(browser, 'feishu', token);
  const document = browser.context.pages()[0] ?? (await browser.context.newPage());
  await document.goto(url);
  await document.waitForFunction(() => 'PageMain' in window);
  const tabId = await tabIdOf(browser, document);
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 400, height: 600 });
  return {
    page,
    url: `${browser.origin}/popup.html?tab=${tabId}`,
    emptyUrl: `${browser.origin}/empty.html`,
  };
}

/** Until the popup that is open has its list from the server. */
export async function settled(page: Page): Promise<void> {
  await page.getByText(wordsOf('en')('popup_checking')).waitFor({ state: 'detached', timeout: 60_000 });
}

declare global {
  interface Window {
    /** When any word, or the whole list, was painted: in ms since the navigation began. */
    paintOf?: (what: 'words' | 'list') => Promise<number>;
  }
}

async function paintOf(page: Page, url: string, what: 'words' | 'list'): Promise<number> {
  await page.goto('about:blank');
  await page.goto(url);
  return page.evaluate((it) => window.paintOf?.(it) ?? NaN, what);
}

/**
 * Runs in the page before anything of it: looks at each frame what it is about to show, and notes when it is done. A
 * list is complete when the number of its boards is said in words, it scrolls as far as all of them reach, and each
 * row that is in sight is whole, with its buttons.
 */
function notePaint({ boards, words }: { boards: number; words: string }): void {
  const leastRowHeight = 64;
  const isWhole = (row: Element): boolean => row.querySelector('[data-action="save"]') !== null;
  const isComplete = (): boolean => {
    const list = document.querySelector('ul.list');
    if (!list || !document.querySelector('header')?.textContent?.includes(words)) return false;
    const end = list.getBoundingClientRect().bottom;
    const rows = [...list.querySelectorAll('li[data-block-id]')];
    const inSight = rows.filter((row) => row.getBoundingClientRect().top < end);
    const reach = inSight.at(-1)?.getBoundingClientRect().bottom ?? 0;
    return reach >= end && inSight.every(isWhole) && list.scrollHeight >= boards * leastRowHeight;
  };
  const paints = new Map<'words' | 'list', number>();
  let wake = (): void => {};
  const look = (): void => {
    const isShown = document.body?.textContent !== '';
    const isListed = isShown && !paints.has('list') && isComplete();
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      const at = performance.now();
      if (isShown && !paints.has('words')) paints.set('words', at);
      if (isListed) paints.set('list', at);
      wake();
    });
    port1.start();
    port2.postMessage(null);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  window.paintOf = async (what) => {
    for (;;) {
      const at = paints.get(what);
      if (at !== undefined) return at;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
}
