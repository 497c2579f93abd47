import type { Page } from '@playwright/test';
import { type OptionsPage, optionsPage } from '../browser/options-page';
import { type PopupPage, popupPage } from '../browser/popup-page';
import { type Words, wordsOf } from '../browser/words';
import { test as base } from './fixtures';

interface PopupFixtures {
  /** What the extension says in the test's language. */
  words: Words;
  /** Opens an address in the tab in front, and the popup for it. */
  popupFor: (url: string) => Promise<PopupPage>;
  /** Opens the popup for a document that is open. */
  popupOver: (document: Page) => Promise<PopupPage>;
  /** Opens the settings page. */
  settingsPage: () => Promise<OptionsPage>;
}

export const test = base.extend<PopupFixtures>({
  words: async ({ language }, use) => {
    await use(wordsOf(language));
  },
  popupOver: async ({ openPopup, words }, use) => {
    await use(async (document) => {
      const page = await openPopup(document);
      // It knows its document by the tab's id; in a tab at the back it would be drawn once a second.
      await page.bringToFront();
      return popupPage(page, words);
    });
  },
  popupFor: async ({ openDocument, popupOver }, use) => {
    await use(async (url) => popupOver(await openDocument(url)));
  },
  settingsPage: async ({ openOptions, words }, use) => {
    await use(async () => {
      const page = await openOptions();
      await page.bringToFront();
      return optionsPage(page, words);
    });
  },
});

export { expect, inFirefox, inFirefoxOnly } from './fixtures';
