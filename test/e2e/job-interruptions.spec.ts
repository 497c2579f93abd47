import { readdir } from 'node:fs/promises';
import { reloadPage, savedFile } from '../browser/drive-extension';
import { popupPage } from '../browser/popup-page';
import { testZip } from '../browser/read-zip';
import { readDatabases } from '../browser/read-databases';
import { stopWorkers } from '../browser/stop-workers';
import { hasPicturesOf } from './archived-pictures';
import { addressOf, picturePath, timesAsked } from './demo-addresses';
import { holdBack } from './hold-back';
import { expect, test } from './popup-fixtures';
import { servedBoards } from './served-boards';

test.use({ mayReuse: true });

/** What can come in between while many boards are saved: the network, the user, and the end of the worker. */

declare const chrome: {
  downloads: {
    download(options: object): Promise<number>;
    search(query: object): Promise<unknown[]>;
  };
  action: { getBadgeText(of: object): Promise<string> };
  windows: { create(of: { url: string }): Promise<unknown> };
  alarms: {
    getAll(): Promise<{ name: string }[]>;
    create(name: string, when: { periodInMinutes: number }): Promise<void>;
  };
};

const checkout = 'DocCheckout0000000000000001';
const sixtyFour = 'DocManyBoards00000000000001';
const onboarding = 'DocWikiOnboarding0000000001';
/** The picture of the second of its two boards. */
const secondOfTwo = picturePath('BrdWikiErDiagram00000000001');

test('a job waits while the browser is offline, and goes on by itself when it is back', async ({
  extension,
  feishu,
  popupFor,
  words,
}) => {
  const letGo = holdBack(feishu, new RegExp(picturePath('Brd.*x(4|5|6)\\d')));
  const popup = await popupFor(addressOf(sixtyFour));
  await popup.saveAll(64);
  await expect(popup.job.getByRole('progressbar')).toHaveAttribute('value', '39');
  await extension.context.setOffline(true);
  await expect(popup.job).toHaveAttribute('data-job-state', 'waiting', { timeout: 30_000 });
  await expect(popup.job).toContainText(words.error('network-failed').sentence);
  letGo();
  await extension.context.setOffline(false);
  // Within half a minute, or at once for who has no time.
  expect((await extension.worker.evaluate(() => chrome.alarms.getAll())).map((one) => one.name)).toEqual([
    'resume-jobs',
  ]);
  await extension.worker.evaluate(() => chrome.alarms.create('resume-jobs', { periodInMinutes: 0.01 }));
  await expect(popup.job).toHaveAttribute('data-job-state', 'done', { timeout: 30_000 });
  const served = await servedBoards(feishu, sixtyFour);
  const zip = await savedFile(extension, '六十四块画板 Sixty-four boards.zip');
  expect(await hasPicturesOf(zip, served)).toBe(true);
});

test('closing the popup stops nothing, and the next one shows how far it is', async ({
  extension,
  feishu,
  openDocument,
  popupOver,
  words,
}) => {
  const letGo = holdBack(feishu, secondOfTwo);
  const document = await openDocument(addressOf(onboarding));
  const first = await popupOver(document);
  await first.saveAll(2);
  await expect(first.job).toContainText(words('job_fetching', 1, 2));
  await first.page.close();
  const badge = (): Promise<string> => extension.worker.evaluate(() => chrome.action.getBadgeText({}));
  await expect.poll(badge).toBe('50%');

  const second = await popupOver(document);
  await expect(second.job).toContainText(words('job_fetching', 1, 2));
  await expect(second.job.getByRole('progressbar')).toHaveAttribute('value', '1');
  await second.page.close();
  letGo();
  await testZip(await savedFile(extension, '新人指南 Onboarding.zip'));

  const third = await popupOver(document);
  await third.expectJob('done');
  await expect(third.job).toContainText('新人指南 Onboarding.zip');
  await expect.poll(badge).toBe('');
});

test('cancelling leaves nothing on disk, and one can begin again', async ({
  extension,
  feishu,
  popupFor,
  words,
}) => {
  const letGo = holdBack(feishu, secondOfTwo);
  const popup = await popupFor(addressOf(onboarding));
  await popup.chooseOutput('files');
  await popup.saveAll(2);
  await expect(popup.job).toContainText(words('job_fetching', 1, 2));
  await popup.press(words('job_cancel'));
  await popup.expectJob('cancelled');
  await expect(popup.job).toContainText(words('job_cancelled'));
  letGo();
  // The row's own request has gone on, and when its picture is there the job would have had it too.
  await expect(popup.row('数据 Data')).toContainText('PNG');
  await popup.expectJob('cancelled');
  expect(await readdir(extension.downloads)).toEqual([]);

  await popup.press(words('job_dismiss'));
  await expect(popup.job).toHaveCount(0);
  await popup.chooseOutput('zip');
  await popup.saveAll(2);
  await popup.expectJob('done');
  expect(await readdir(extension.downloads)).toEqual(['新人指南 Onboarding.zip']);
});

test('a job that is paused asks for nothing and goes on where it was; every popup, window and document shows it alike', async ({
  extension,
  feishu,
  popupFor,
  popupOver,
  words,
}) => {
  const letGo = holdBack(feishu, secondOfTwo);
  const popup = await popupFor(addressOf(onboarding));
  await popup.saveAll(2);
  await expect(popup.job).toContainText(words('job_fetching', 1, 2));
  const otherDocument = await extension.context.newPage();
  await otherDocument.goto(addressOf(checkout));
  const other = await popupOver(otherDocument);
  await expect(other.job).toContainText(words('job_elsewhere', '新人指南 Onboarding'));
  const opened = extension.context.waitForEvent('page');
  await extension.worker.evaluate((url) => chrome.windows.create({ url }), popup.page.url());
  const inWindow = popupPage(await opened, words);
  const all = [popup, other, inWindow];

  await other.press(words('job_pause'));
  for (const each of all) await expect(each.job).toContainText(words('job_paused', 1, 2));
  // It is told at once, and written down right after: a busy machine may need a moment for that.
  await expect
    .poll(async () => (await readDatabases(popup.page))['board-saver-jobs'])
    .toContain('"state":"paused"');
  await stopWorkers(popup.page);
  for (const each of all) await expect(each.job).toContainText(words('job_paused', 1, 2));
  letGo();
  await inWindow.press(words('job_resume'));
  await popup.expectJob('done');
  await inWindow.expectJob('done');
  // Whoever has followed it from another document sees how it ended; whoever comes there later has no need to.
  await other.expectJob('done');
  await reloadPage(other.page);
  await expect(other.rows.first()).toBeVisible();
  await expect(other.job).toHaveCount(0);
  await testZip(await savedFile(extension, '新人指南 Onboarding.zip'));
});

test('a worker that is killed twice goes on where it was, and ends with the right archive', async ({
  extension,
  feishu,
  openDocument,
  popupOver,
  words,
}) => {
  const slow = 'BrdPhotoWall000000000000001';
  const letGo = holdBack(feishu, picturePath(slow));
  const document = await openDocument(addressOf(checkout));
  const popup = await popupOver(document);
  await popup.saveAll(13);
  await expect(popup.job).toContainText(words('job_fetching', 12, 13));
  // An open popup notices, and wakes it.
  const asked = timesAsked(feishu, slow);
  await stopWorkers(popup.page);
  await expect.poll(() => timesAsked(feishu, slow), 'it asks for what was lacking').toBeGreaterThan(asked);
  await expect(popup.job).toContainText(words('job_fetching', 12, 13));

  // With nobody there an alarm does: the extension's own, which here does not wait for half a minute.
  const alarms = await popup.page.evaluate(() => chrome.alarms.getAll());
  expect(alarms.map(({ name }) => name)).toEqual(['resume-jobs']);
  await popup.page.evaluate(() => chrome.alarms.create('resume-jobs', { periodInMinutes: 0.03 }));
  const address = popup.page.url();
  await popup.page.close();
  await stopWorkers(document);
  letGo();

  const zip = await savedFile(extension, '结算系统设计 · Checkout design.zip');
  await testZip(zip);
  const served = await servedBoards(feishu, checkout);
  expect(await hasPicturesOf(zip, served)).toBe(true);
  expect(await readdir(extension.downloads)).toEqual(['结算系统设计 · Checkout design.zip']);
  const others = served.filter(({ board }) => board.id !== slow);
  expect(others.map(({ board }) => timesAsked(feishu, board.id))).toEqual(others.map(() => 1));

  const next = popupPage(await extension.context.newPage(), words);
  await next.page.goto(address);
  await next.expectJob('done');
  await expect.poll(() => next.page.evaluate(() => chrome.alarms.getAll())).toEqual([]);
});

for (const output of ['zip', 'files'] as const) {
  test(`a worker that is killed the moment a download has begun saves nothing twice (${output})`, async ({
    extension,
    popupFor,
  }) => {
    const popup = await popupFor(addressOf(onboarding));
    await popup.chooseOutput(output);
    // The worker never learns what the browser calls the download.
    await extension.worker.evaluate(() => {
      const { download } = chrome.downloads;
      chrome.downloads.download = (options) => {
        void download(options);
        return new Promise(() => {});
      };
    });
    const list = (): Promise<unknown[]> => popup.page.evaluate(() => chrome.downloads.search({}));
    await popup.saveAll(2);
    await expect.poll(list).toHaveLength(1);
    await stopWorkers(popup.page);
    await popup.expectJob('done');
    const saved = (await readdir(extension.downloads, { recursive: true })).toSorted();
    const folder = '新人指南 Onboarding';
    const inFolder = ['1 支付.jpg', '2 数据 Data.png', 'index.html', 'report.json'];
    expect(saved).toEqual(
      output === 'zip' ? [`${folder}.zip`] : [folder, ...inFolder.map((name) => `${folder}/${name}`)],
    );
    expect(await list()).toHaveLength(output === 'zip' ? 1 : inFolder.length);
  });
}
