import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPopup, signIn } from '../browser/drive-extension';
import { type ExtensionBrowser, launchExtension } from '../browser/launch-extension';
import { type PopupPage, popupPage } from '../browser/popup-page';
import { wordsOf } from '../browser/words';
import { addressOf } from './demo-addresses';
import { expect, test } from './fixtures';

const words = wordsOf('en');

async function popupOver(browser: ExtensionBrowser): Promise<PopupPage> {
  const document = await browser.context.newPage();
  await document.goto(addressOf('DocManyBoards00000000000001'));
  const popup = popupPage(await openPopup(browser, document), words);
  await popup.page.bringToFront();
  return popup;
}

test('a browser that is closed while it writes single files has lost none when it is opened again', async ({
  feishu,
}) => {
  const { port } = feishu;
  const profile = await mkdtemp(join(tmpdir(), 'board-saver-closed-'));
  let browser = await launchExtension({ port, profile });
  try {
    await signIn(browser, 'feishu', 'u-demo-chen-xiao');
    const before = await popupOver(browser);
    await before.chooseOutput('files');
    await before.saveAll(64);
    // Some are on disk, and the next ones on their way.
    const folder = join(browser.downloads, '六十四块画板 Sixty-four boards');
    const written = (): Promise<number> =>
      readdir(folder).then(
        ({ length }) => length,
        () => 0,
      );
    await expect.poll(written, { intervals: [10] }).toBeGreaterThan(3);
    await browser.close();
    expect(await written(), 'it was closed in the middle').toBeLessThan(66);

    browser = await launchExtension({ port, profile });
    const after = await popupOver(browser);
    await after.expectJob('done');
    await expect(after.job).toContainText(words('job_done_other', 64));
    const names = await readdir(folder);
    expect(names).toHaveLength(66);
    expect(names.filter((name) => /\(\d+\)|crdownload/.test(name))).toEqual([]);
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  }
});
