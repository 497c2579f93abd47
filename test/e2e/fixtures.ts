import { expect, test as base, type Page, type TestInfo } from '@playwright/test';
import { openOptions, openPopup } from '../browser/drive-extension';
import { type Desktop, startDesktop } from '../browser/desktop';
import { createKeptBrowser, type KeptBrowser } from '../browser/kept-browser';
import type { ExtensionBrowser, Language, Product } from '../browser/launch-extension';
import { launchProduct } from '../browser/launch-product';
import { seedFrom, demoSeedFile } from '../feishu/seed-file';
import { type Feishu, startFeishu } from '../feishu/server';
import { attachPages } from './attach-pages';

interface TestFixtures {
  /** The browser to test in: that of the project in `playwright.config.ts`. */
  product: Product;
  /** The language of the browser; `test.use({ language: 'zh_CN' })`. */
  language: Language;
  /** The token that the extension is signed in with at the start; null: nobody is. */
  token: string | null;
  /** The embedded Feishu, as its seed has it at the start of each test. */
  feishu: Feishu;
  /** A screen for a Firefox of the test's own: without one, it keeps no pictures on its clipboard. */
  desktop: Desktop | undefined;
  /**
   * Whether the browser may be one that other tests have used before, and that was made as new: much quicker, and not
   * for what leaves traces in the browser itself.
   */
  mayReuse: boolean;
  /** A browser for each test: profile, downloads, extension. */
  extension: ExtensionBrowser;
  /** Opens an address in the tab in front. */
  openDocument: (url: string) => Promise<Page>;
  openPopup: (document: Page) => Promise<Page>;
  openOptions: () => Promise<Page>;
}

export interface WorkerFixtures {
  /**
   * No board of the embedded Feishu has more pixels for each of its units. Of the demo's, two of thirteen take as long to
   * be made small as all others together; what is large has tests and figures of its own.
   */
  largestScale: number;
  feishuServer: Feishu;
  kept: KeptBrowser;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  language: ['en', { option: true }],
  token: ['u-demo-chen-xiao', { option: true }],
  product: ['chromium', { option: true }],
  mayReuse: [false, { option: true }],

  largestScale: [Infinity, { option: true, scope: 'worker' }],

  feishuServer: [
    async ({ largestScale }, use) => {
      const demo = await seedFrom(demoSeedFile);
      const boards = demo.boards.map((board) => ({
        ...board,
        scale: Math.min(board.scale ?? 1, largestScale),
      }));
      const feishu = await startFeishu({ seed: { ...demo, boards } });
      await use(feishu);
      await feishu.close();
    },
    { scope: 'worker' },
  ],

  kept: [
    // Playwright reads the names of the fixtures from this pattern: there are none.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const kept = createKeptBrowser();
      await use(kept);
      await kept.close();
    },
    { scope: 'worker' },
  ],

  feishu: async ({ feishuServer }, use) => {
    feishuServer.reset();
    await use(feishuServer);
  },

  desktop: async ({ mayReuse, product }, use, testInfo) => {
    const isNeeded = product === 'firefox' && !isReused(mayReuse, testInfo);
    const desktop = isNeeded ? await startDesktop() : undefined;
    await use(desktop);
    await desktop?.close();
  },

  extension: async ({ desktop, feishu, kept, language, mayReuse, product, token }, use, testInfo) => {
    const options = { port: feishu.port, language, token: token ?? undefined };
    const isKept = isReused(mayReuse, testInfo);
    const browser = await (isKept
      ? kept.take(product, options)
      : launchProduct(product, { ...options, display: desktop?.env['DISPLAY'] }));
    feishu.requests.length = 0;
    await use(browser);
    const isPassed = testInfo.status === testInfo.expectedStatus;
    if (!isPassed && product === 'chromium') await attachPages(browser, testInfo);
    // Nobody knows what a test that failed has left.
    if (isKept && isPassed) kept.keep(browser);
    else await browser.close();
  },

  openDocument: async ({ extension }, use) => {
    await use(async (url) => {
      const page = extension.context.pages()[0] ?? (await extension.context.newPage());
      await page.goto(url);
      if (!url.includes('model=')) await modelOf(page);
      return page;
    });
  },

  openPopup: async ({ extension }, use) => {
    await use((document) => openPopup(extension, document));
  },

  openOptions: async ({ extension }, use) => {
    await use(() => openOptions(extension));
  },
});

/** What fails in a used browser is tried in a new one. */
function isReused(mayReuse: boolean, { retry }: TestInfo): boolean {
  return mayReuse && retry === 0;
}

/** Waits until the page has its own model, which comes after its blocks: captions are known from then on. */
async function modelOf(page: Page): Promise<void> {
  if ((await page.locator('.root-block').count()) === 0) return;
  await expect.poll(() => page.evaluate(() => 'PageMain' in window)).toBe(true);
}

/** A test that runs in Firefox as well as in Chromium: `test(name, inFirefox, …)`. */
export const inFirefox = { tag: '@firefox' } as const;

/** A test of what only Firefox does, or does in a way of its own. */
export const inFirefoxOnly = { tag: '@firefox-only' } as const;

export { expect };
