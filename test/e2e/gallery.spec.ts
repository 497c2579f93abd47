import type { Page } from '@playwright/test';
import { type Language, languages } from '../browser/launch-extension';
import { approve, approvedStates, isApproving, readApproved, withdraw } from './gallery/approved-pictures';
import { comparePictures } from './gallery/compare-pictures';
import { drawsAsApproved, lettersState } from './gallery/draws-as-approved';
import { findCutText } from './gallery/find-cut-text';
import { findViolations } from './gallery/find-violations';
import { galleryGroups } from './gallery/gallery-groups';
import { hang, writeGallery } from './gallery/gallery-page';
import { type GalleryState, sizeOf } from './gallery/gallery-state';
import { openOverlay } from './gallery/open-overlay';
import { steadyPage } from './gallery/steady-page';
import { type Part, unsteadyParts } from './gallery/unsteady-parts';
import { withPalette } from './gallery/with-palette';
import { addressOf } from './demo-addresses';
import { expect, test } from './popup-fixtures';

/**
 * Everything that can be seen, in all languages and themes: axe-core finds nothing wrong with it, no text is cut, and it
 * looks as approved. `npm run gallery -- --approve` approves what is seen now.
 */

type Theme = 'light' | 'dark';

/** Photographs the page. With approved pictures: tells what differs from them, and shows it in the gallery. */
async function photograph(
  page: Page,
  { name, isWhole }: GalleryState,
  language: Language,
  theme: Theme,
  isComparable: boolean,
): Promise<string | undefined> {
  const picture = await page.screenshot({ fullPage: isWhole ?? false, animations: 'disabled' });
  const variant = `${language}-${theme}`;
  const approved = isComparable ? await readApproved(name, variant) : undefined;
  const changed = approved && (await comparePictures(approved, picture, await unsteadyParts(page)));
  const path = await hang(
    name,
    variant,
    picture,
    changed && approved && { approved, difference: changed.picture },
  );
  if (isApproving) {
    if (!approved || changed) await approve(name, variant, picture);
    return undefined;
  }
  const wayOut = `Look at it in ${path.replace(/[^/]+$/, 'index.html')}; if it shall be so: npm run gallery -- --approve`;
  if (isComparable && !approved) return `${name} has no approved picture. ${wayOut}`;
  return changed && `${name} looks different: ${changed.reason}. ${wayOut}`;
}

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    // One after the other: they share a browser, of which there are not enough processors for more.
    test.describe.configure({ mode: 'default' });
    for (const { title, token, states } of galleryGroups) {
      test.describe(title, () => {
        test.use({ language, token, mayReuse: true });

        test('is as approved, accessible and complete in light, dark and forced colours', async ({
          extension,
          feishu,
          words,
          openDocument,
          popupOver,
          popupFor,
          settingsPage,
        }) => {
          test.setTimeout(600_000);
          const tools = {
            extension,
            feishu,
            words,
            language,
            openDocument,
            popupOver,
            popupFor,
            settingsPage,
          };
          const isComparable = await drawsAsApproved(extension.context, language.replace('_', '-'));
          if (!isComparable) {
            process.stdout.write(
              `» ${language}, ${title}: no pictures are compared: this machine draws letters in another way than where they were approved.\n`,
            );
          }
          for (const state of states) {
            const { name, overlay } = state;
            await test.step(name, async () => {
              if (!state.goesOn) feishu.faults.clear();
              const page = await state.show(tools);
              await page.setViewportSize(sizeOf(state));
              await steadyPage(page, words);
              if (overlay) await openOverlay(page, overlay);
              for (const theme of ['light', 'dark'] as const) {
                await page.emulateMedia({
                  colorScheme: theme,
                  forcedColors: 'none',
                  reducedMotion: 'reduce',
                });
                const where = `${name}, ${theme}`;
                const change = await photograph(page, state, language, theme, isComparable);
                expect.soft(change, where).toBeUndefined();
                const faults = await findViolations(page, { within: overlay, onlyColours: theme === 'dark' });
                expect.soft(faults, where).toEqual([]);
              }
              expect.soft(await findCutText(page, overlay), name).toEqual([]);
              await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
              const faults = await findViolations(page, { within: overlay, onlyColours: true });
              expect.soft(faults, `${name}, forced colours`).toEqual([]);
              await page.emulateMedia({ colorScheme: null, forcedColors: null, reducedMotion: null });
              for (const other of extension.context.pages().slice(1)) await other.close();
            });
          }
        });
      });
    }
  });
}

test('what has changed in a picture is found, and what nobody sees is not', async ({ popupFor }) => {
  const { page, rows } = await popupFor(addressOf('DocNoBoards0000000000000001'));
  await expect(rows).toHaveCount(0);
  await expect(page.locator('.state .button')).toBeVisible();
  const shot = (): Promise<Buffer> => page.screenshot({ animations: 'disabled' });
  const approved = await withPalette(await shot());
  const after = async (change: string, left?: Part[]): Promise<string | undefined> => {
    // Not by an element: the pages' policy lets none in.
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets.push(sheet);
    }, change);
    const difference = await comparePictures(approved, await shot(), left ?? (await unsteadyParts(page)));
    await page.evaluate(() => document.adoptedStyleSheets.pop());
    return difference?.reason;
  };

  const nothing = '/* nothing */';

  expect(await after(nothing)).toBeUndefined();
  expect(await after('.state h2 { opacity: 0.99 }'), 'a shade').toBeUndefined();
  expect(await after('.state-icon { translate: 0.1px 0 }'), 'other edges').toBeUndefined();
  expect(await after('.state .button { translate: 4px 0 }'), 'a moved button').toContain('close together');
  expect(await after('.state .button { color: #2563eb }'), 'another colour').toContain('close together');
  const button = (await page.locator('.state .button').boundingBox()) ?? undefined;
  expect(
    await after('.state .button { color: #2563eb }', button && [button]),
    'what is left',
  ).toBeUndefined();
  expect(await after('.state-icon svg { visibility: hidden }'), 'no icon').toContain('close together');
  expect(await after('.header { min-block-size: 60px }'), 'a higher header').toContain('close together');
  await page.locator('.state h2').evaluate((title) => {
    title.textContent = title.textContent?.replace('no boards', 'no cards') ?? '';
  });
  expect(await after(nothing), 'another word').toContain('close together');
});

test('nothing is approved that is not there any more', async () => {
  const names = new Set(galleryGroups.flatMap(({ states }) => states.map(({ name }) => name)));
  const left = (await approvedStates()).filter((name) => name !== lettersState && !names.has(name));
  if (isApproving) await Promise.all(left.map(withdraw));
  else expect(left).toEqual([]);
});

test.afterAll(writeGallery);
