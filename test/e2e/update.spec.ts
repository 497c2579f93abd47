import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import { changeSetting, openOptions, openPopup, savedFile, signIn } from '../browser/drive-extension';
import { type ExtensionBrowser, launchExtension } from '../browser/launch-extension';
import { popupPage } from '../browser/popup-page';
import { testZip, zipPictures } from '../browser/read-zip';
import { isSame } from './compare-bytes';
import { addressOf, picturePath, timesAsked } from './demo-addresses';
import { expect, test } from './popup-fixtures';
import { servedBoards } from './served-boards';

/** What an earlier version has left behind: its package is in `earlier/`, as it was built then. */

declare const chrome: { runtime: { reload(): void } };

const build = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));
const onboarding = 'DocWikiOnboarding0000000001';
const title = '新人指南 Onboarding';

async function unpackEarlier(version: string, folder: string): Promise<void> {
  const bytes = await readFile(new URL(`earlier/chrome-${version}.zip`, import.meta.url));
  for (const file of Object.values((await JSZip.loadAsync(bytes)).files)) {
    const path = join(folder, file.name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await file.async('uint8array'));
  }
}

/** Puts the present build in its place. Without a key, as the stores have it: the folder makes its id then. */
async function update(folder: string): Promise<void> {
  await rm(folder, { recursive: true });
  await cp(build, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const { key: _key, ...manifest } = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  await writeFile(path, JSON.stringify({ ...manifest, version: '999.0' }));
}

async function popupIn(browser: ExtensionBrowser) {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(addressOf(onboarding));
  const popup = await openPopup(browser, page);
  await popup.bringToFront();
  return popup;
}

test('settings, account, pictures and a running job of version 0.1.0 survive the update', async ({
  feishu,
  words,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'board-saver-'));
  const extension = join(folder, 'extension');
  const [first, second] = await servedBoards(feishu, onboarding);
  const [firstId = '', secondId = ''] = [first?.board.id, second?.board.id];
  let answer = (): void => {};
  const until = new Promise<void>((resolve) => (answer = resolve));
  feishu.faults.add({ match: { path: picturePath(secondId) }, kind: 'delay', until, times: Infinity });
  await unpackEarlier('0.1.0', extension);
  const before = await launchExtension({ port: feishu.port, extension, firstRun: true });
  try {
    await signIn(before, 'feishu', 'u-demo-chen-xiao');
    await changeSetting(before, 'rightClick', false);
    const earlier = await popupIn(before);
    await earlier.getByRole('button', { name: words('popup_save_boards_other', 2), exact: true }).click();
    await expect(earlier.locator(`[data-block-id="${first?.blockId}"] img`)).toBeVisible();
    await expect(earlier.locator('[data-job-state="running"]')).toBeVisible();

    await update(extension);
    feishu.requests.length = 0;
    const next = before.context.waitForEvent('serviceworker');
    await before.worker.evaluate(() => chrome.runtime.reload()).catch(() => {});
    const after = { ...before, worker: await next };
    answer();
    const popup = popupPage(await popupIn(after), words);
    await popup.expectJob('done');
    const zip = await savedFile(after, `${title}.zip`);
    await testZip(zip);
    const pictures = [first, second].map((served) => served?.picture.bytes ?? Buffer.alloc(0));
    expect(isSame(await zipPictures(zip), Buffer.concat(pictures))).toBe(true);
    expect([firstId, secondId].map((id) => timesAsked(feishu, id))).toEqual([0, 1]);

    const settings = await openOptions(after);
    await expect(settings.getByText('陈晓').first()).toBeVisible();
    await expect(settings.getByRole('checkbox', { name: words('options_right_click') })).not.toBeChecked();
  } finally {
    answer();
    await before.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});
