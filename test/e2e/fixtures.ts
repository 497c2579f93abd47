import { expect, test as base, type Page } from '@playwright/test';
import { openOptions, openPopup, signIn } from '../browser/drive-extension';
import { type ExtensionBrowser, type Language, launchExtension } from '../browser/launch-extension';
import { seedFrom, demoSeedFile } from '../feishu/seed-file';
import { type Feishu, startFeishu } from '../feishu/server';

interface TestFixtures {
  /** The language of the browser; `test.use({ language: 'zh_CN' })`. */
  language: Language;
  /** The token that the extension is signed in with at the start; null: nobody is. */
  token: string | null;
  /** The embedded Feishu, as its seed has it at the start of each test. */
  feishu: Feishu;
  /** A browser of its own for each test: profile, downloads, extension. */
  extension: ExtensionBrowser;
  /** Opens an address in the tab in front. */
  openDocument: (url: string) => Promise<Page>;
  openPopup: (document: Page) => Promise<Page>;
  openOptions: () => Promise<Page>;
}

interface WorkerFixtures {
  feishuServer: Feishu;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  language: ['en', { option: true }],
  token: ['u-demo-chen-xiao', { option: true }],

  feishuServer: [
    // Playwright reads the names of the fixtures from this pattern: there are none.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const feishu = await startFeishu({ seed: await seedFrom(demoSeedFile) });
      await use(feishu);
      await feishu.close();
    },
    { scope: 'worker' },
  ],

  feishu: async ({ feishuServer }, use) => {
    feishuServer.reset();
    await use(feishuServer);
  },

  extension: async ({ feishu, language, token }, use) => {
    const browser = await launchExtension({ port: feishu.port, language });
    if (token !== null) await signIn(browser, 'feishu', token);
    feishu.requests.length = 0;
    await use(browser);
    await browser.close();
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

/** Waits until the page has its own model, which comes after its blocks: captions are known from then on. */
async function modelOf(page: Page): Promise<void> {
  if ((await page.locator('.root-block').count()) === 0) return;
  await expect.poll(() => page.evaluate(() => 'PageMain' in window)).toBe(true);
}

export { expect };
