import { rm } from 'node:fs/promises';
import { signIn } from '../browser/drive-extension';
import { launchExtension } from '../browser/launch-extension';
import { findCutText } from './gallery/find-cut-text';
import { buildWithLongWords, longWords } from './gallery/long-words';
import { galleryGroups } from './gallery/gallery-groups';
import { popupSize } from './gallery/gallery-state';
import { openOverlay } from './gallery/open-overlay';
import { expect, test as base } from './popup-fixtures';

/** English in words two fifths longer: there is room for every language. */

const test = base.extend({
  // oxlint-disable-next-line no-empty-pattern
  words: async ({}, use) => {
    await use(longWords());
  },
  extension: async ({ feishu, token }, use) => {
    const folder = await buildWithLongWords();
    const browser = await launchExtension({ port: feishu.port, extension: folder });
    if (token !== null) await signIn(browser, 'feishu', token);
    await use(browser);
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  },
});

/** In CSS px: a popup, and the narrowest that a window or side panel can be. */
const sizes = {
  popup: [popupSize, { width: 320, height: 568 }],
  page: [
    { width: 1280, height: 800 },
    { width: 360, height: 800 },
  ],
} as const;

for (const { title, token: signedInWith, states } of galleryGroups) {
  test.describe(title, () => {
    test.use({ token: signedInWith });

    test('has nothing cut and nothing over another, however long the words are', async ({
      extension,
      feishu,
      words,
      language,
      openDocument,
      popupOver,
      popupFor,
      settingsPage,
    }) => {
      test.setTimeout(600_000);
      const tools = { extension, feishu, words, language, openDocument, popupOver, popupFor, settingsPage };
      for (const { name, show, size, overlay, goesOn } of states) {
        await test.step(name, async () => {
          if (!goesOn) feishu.faults.clear();
          const page = await show(tools);
          if (overlay) await openOverlay(page, overlay);
          const kinds = name.startsWith('popup-') ? sizes.popup : sizes.page;
          for (const each of size || overlay ? [size ?? sizes.page[0]] : kinds) {
            await page.setViewportSize(each);
            await page.evaluate(() => new Promise(requestAnimationFrame));
            expect.soft(await findCutText(page, overlay), `${name}, ${each.width} px wide`).toEqual([]);
          }
          for (const other of extension.context.pages().slice(1)) await other.close();
        });
      }
    });
  });
}

test('what is cut, reaches out or lies over other words is found', async ({ extension }) => {
  const page = await extension.context.newPage();
  await page.setViewportSize({ width: 300, height: 300 });
  const faultsOf = async (html: string): Promise<string[]> => {
    await page.setContent(html);
    return findCutText(page);
  };
  const narrow = 'width:60px;overflow:hidden;white-space:nowrap';
  expect(await faultsOf('<p>fine</p><button>ok</button>')).toEqual([]);
  expect(await faultsOf(`<p style="${narrow}">words that are too long</p>`)).toHaveLength(1);
  expect(
    await faultsOf(`<p title="all" style="${narrow};text-overflow:ellipsis">words that are too long</p>`),
  ).toEqual([]);
  expect(
    await faultsOf(
      '<p style="white-space:nowrap">words that are much too long for the window they are in</p>',
    ),
  ).toHaveLength(1);
  expect(
    await faultsOf(
      '<button style="width:40px;white-space:nowrap;text-align:start">words that leave</button>',
    ),
  ).not.toEqual([]);
  expect(await faultsOf('<p style="margin:0">one</p><p style="margin:-14px 0 0">other</p>')).toHaveLength(1);
});
