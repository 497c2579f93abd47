import { languages } from '../browser/launch-extension';
import { findViolations } from './gallery/find-violations';
import { pictureFile, writeGallery } from './gallery/gallery-page';
import type { GalleryState } from './gallery/gallery-state';
import { fewPermissionsPageStates, pageStates, signedOutPageStates } from './gallery/page-states';
import {
  fewPermissionsPopupStates,
  popupSize,
  popupStates,
  signedOutPopupStates,
} from './gallery/popup-states';
import { expect, test } from './popup-fixtures';

/** Everything that can be seen, in all languages: axe-core finds nothing wrong with it, and it is photographed. */

/** In CSS px. */
const browserSize = { width: 1280, height: 800 };

interface GalleryGroup {
  title: string;
  token: string | null;
  states: readonly GalleryState[];
}

const groups: readonly GalleryGroup[] = [
  { title: 'the popup', token: 'u-demo-chen-xiao', states: popupStates },
  { title: 'the other pages', token: 'u-demo-chen-xiao', states: pageStates },
  {
    title: 'what is seen signed out',
    token: null,
    states: [...signedOutPopupStates, ...signedOutPageStates],
  },
  {
    title: 'what is seen with few permissions',
    token: 'u-demo-boards-only',
    states: [...fewPermissionsPopupStates, ...fewPermissionsPageStates],
  },
];

for (const language of languages) {
  for (const { title, token, states } of groups) {
    test.describe(`${title} in ${language}`, () => {
      test.use({ language, token });

      test('has no fault of accessibility in light, dark and forced colours', async ({
        extension,
        feishu,
        words,
        openDocument,
        popupOver,
        popupFor,
        settingsPage,
      }) => {
        test.setTimeout(900_000);
        for (const { name, show, size, inDocument } of states) {
          await test.step(name, async () => {
            feishu.faults.clear();
            const page = await show({
              extension,
              feishu,
              words,
              language,
              openDocument,
              popupOver,
              popupFor,
              settingsPage,
            });
            await page.setViewportSize(size ?? (name.startsWith('popup-') ? popupSize : browserSize));
            for (const theme of ['light', 'dark'] as const) {
              await page.emulateMedia({ colorScheme: theme, forcedColors: 'none', reducedMotion: 'reduce' });
              await page.screenshot({
                path: await pictureFile(name, language, theme),
                fullPage: !inDocument,
                animations: 'disabled',
              });
              if (!inDocument) expect.soft(await findViolations(page), `${name}, ${theme}`).toEqual([]);
            }
            await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
            if (!inDocument) expect.soft(await findViolations(page), `${name}, forced colours`).toEqual([]);
            await page.emulateMedia({ colorScheme: null, forcedColors: null, reducedMotion: null });
            for (const other of extension.context.pages().slice(1)) await other.close();
          });
        }
      });
    });
  }
}

test.afterAll(writeGallery);
