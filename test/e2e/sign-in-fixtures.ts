import type { Page } from '@playwright/test';
import { openOptions, reloadPage, savedFile } from '../browser/drive-extension';
import type { ExtensionBrowser } from '../browser/launch-extension';
import { launchProduct } from '../browser/launch-product';
import { optionsPage, type OptionsPage } from '../browser/options-page';
import { clickAt, readToolbar } from '../browser/read-overlay';
import { expect, test as base } from './popup-fixtures';
import { servedBoards } from './served-boards';
import { createPerson, type Person } from './sign-in-person';
import { openedSettings } from './sign-in-world';

declare const chrome: { tabs: { query(filter: object): Promise<{ url?: string }[]> } };

interface SignInFixtures {
  /** Opens the settings as they open by themselves on a first run. */
  firstPage: OptionsPage;
  person: Person;
  /** As if this document had been open when the extension was installed. */
  installBeside: (address: string) => Promise<void>;
  /** Saves a board of a document with the toolbar on it, by one click, and waits for the file. */
  saveFirstBoard: (address: string, fileName: string) => Promise<void>;
}

/** From a profile that has never seen the extension. */
export const test = base.extend<SignInFixtures>({
  token: null,
  extension: async ({ desktop, feishu, language, product }, use) => {
    feishu.store.signIn.intervalSeconds = 0;
    const browser = await launchProduct(product, {
      port: feishu.port,
      language,
      display: desktop?.env['DISPLAY'],
      firstRun: true,
    });
    await use(browser);
    await browser.close();
  },
  firstPage: async ({ extension, words }, use) => {
    const page = await firstPageIn(extension);
    await page.bringToFront();
    await use(optionsPage(page, words));
  },
  // In a tab of its own: the first one is that of the settings.
  openDocument: async ({ extension }, use) => {
    await use(async (url) => {
      const page = await extension.context.newPage();
      await page.goto(url);
      await page.bringToFront();
      await expect.poll(() => page.evaluate(() => 'PageMain' in window)).toBe(true);
      return page;
    });
  },
  person: async ({ extension }, use) => {
    await use(createPerson(extension.context));
  },
  installBeside: async ({ extension, firstPage }, use) => {
    await use(async (address) => {
      await (await extension.context.newPage()).goto(address);
      await firstPage.page.bringToFront();
      await reloadPage(firstPage.page);
    });
  },
  saveFirstBoard: async ({ extension, feishu, openDocument, person }, use) => {
    await use(async (address, fileName) => {
      const page = await openDocument(address);
      const [first] = await servedBoards(feishu, new URL(address).pathname.split('/').at(-1) ?? '');
      const board = page.locator(`[data-record-id="${first?.blockId}"]`).first();
      await board.scrollIntoViewIfNeeded();
      await board.hover();
      await expect.poll(() => readToolbar(page)).toBeDefined();
      const [save] = (await readToolbar(page))?.buttons ?? [];
      if (!save) throw new Error('the toolbar has no button');
      await clickAt(page, save.place);
      person.clicks += 1;
      await savedFile(extension, fileName);
    });
  },
});

/** The settings as they have opened by themselves. */
async function firstPageIn(browser: ExtensionBrowser): Promise<Page> {
  if (browser.product !== 'firefox') return openedSettings(browser);
  // It tells WebDriver nothing of a page that was there first: one like it is opened.
  const opened = (): Promise<number> =>
    browser.worker.evaluate(async () => {
      const tabs = await chrome.tabs.query({});
      return tabs.filter(({ url }) => url?.endsWith('/options.html')).length;
    });
  await expect.poll(opened, 'one is that of the tests').toBe(2);
  return openOptions(browser);
}

export { expect, inFirefox, inFirefoxOnly } from './popup-fixtures';
