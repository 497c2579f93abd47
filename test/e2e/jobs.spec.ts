import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reloadPage, savedFile } from '../browser/drive-extension';
import { popupPage } from '../browser/popup-page';
import { testZip, zipPictures, zipNames } from '../browser/read-zip';
import { stopWorkers } from '../browser/stop-workers';
import { isSame } from './compare-bytes';
import { addressOf, picturePath, timesAsked } from './demo-addresses';
import { expect, inFirefox, test } from './popup-fixtures';
import { servedBoards } from './served-boards';

test.use({ mayReuse: true });

/** Saving many boards at once, and what can come in between. */

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

const onboarding = 'DocWikiOnboarding0000000001';
const checkout = 'DocCheckout0000000000000001';

/** Something to wait for until a test lets it pass. */
function createGate(): { passed: Promise<void>; open: () => void } {
  let open = (): void => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}

test(
  'boards are saved as files in a folder, and the choice is remembered',
  inFirefox,
  async ({ extension, feishu, popupFor }) => {
    const popup = await popupFor(addressOf(onboarding));
    await popup.chooseOutput('files');
    await popup.saveAll(2);
    await popup.expectJob('done');

    const folder = join(extension.downloads, '新人指南 Onboarding');
    const names = ['1 支付.jpg', '2 数据 Data.png'];
    expect((await readdir(folder)).toSorted()).toEqual([...names, 'index.html', 'report.json']);
    expect(await readdir(extension.downloads)).toEqual(['新人指南 Onboarding']);
    const served = await servedBoards(feishu, onboarding);
    for (const [index, name] of names.entries()) {
      expect(isSame(await readFile(join(folder, name)), served[index]?.picture.bytes), name).toBe(true);
    }

    await reloadPage(popup.page);
    await popup.expectOutput('files');
  },
);

test(
  'sixty-four boards come as one archive, each asked for once and within the limit',
  inFirefox,
  async ({ extension, feishu, popupFor, words }) => {
    const documentId = 'DocManyBoards00000000000001';
    const popup = await popupFor(addressOf(documentId));
    await popup.saveAll(64);
    await popup.expectJob('done');
    await expect(popup.job).toContainText(words('job_done_other', 64));

    const zip = await savedFile(extension, '六十四块画板 Sixty-four boards.zip');
    await testZip(zip);
    const names = await zipNames(zip);
    expect(names).toHaveLength(66);
    expect(names.at(0)).toBe('六十四块画板 Sixty-four boards/01 迭代 1 回顾.jpg');
    expect(names.at(63)).toBe('六十四块画板 Sixty-four boards/64 迭代 64 回顾.jpg');
    expect(names.slice(64)).toEqual([
      '六十四块画板 Sixty-four boards/index.html',
      '六十四块画板 Sixty-four boards/report.json',
    ]);
    const served = await servedBoards(feishu, documentId);
    expect(isSame(await zipPictures(zip), Buffer.concat(served.map(({ picture }) => picture.bytes)))).toBe(
      true,
    );
    expect(served.map(({ board }) => timesAsked(feishu, board.id))).toEqual(served.map(() => 1));
    expect(feishu.requests.filter(({ status }) => status !== 200)).toEqual([]);
  },
);

test('a job waits while the browser is offline, and goes on by itself when it is back', async ({
  extension,
  feishu,
  popupFor,
  words,
}) => {
  const gate = createGate();
  feishu.faults.add({
    kind: 'delay',
    match: { path: new RegExp(picturePath('Brd.*x(4|5|6)\\d')) },
    until: gate.passed,
    times: Infinity,
  });
  const popup = await popupFor(addressOf('DocManyBoards00000000000001'));
  await popup.saveAll(64);
  await expect(popup.job.getByRole('progressbar')).toHaveAttribute('value', '39');
  await extension.context.setOffline(true);
  await expect(popup.job).toHaveAttribute('data-job-state', 'waiting', { timeout: 30_000 });
  await expect(popup.job).toContainText(words.error('network-failed').sentence);
  gate.open();
  await extension.context.setOffline(false);
  // Within half a minute, or at once for who has no time.
  expect((await extension.worker.evaluate(() => chrome.alarms.getAll())).map((one) => one.name)).toEqual([
    'resume-jobs',
  ]);
  await extension.worker.evaluate(() => chrome.alarms.create('resume-jobs', { periodInMinutes: 0.01 }));
  await expect(popup.job).toHaveAttribute('data-job-state', 'done', { timeout: 30_000 });
  const served = await servedBoards(feishu, 'DocManyBoards00000000000001');
  const zip = await savedFile(extension, '六十四块画板 Sixty-four boards.zip');
  expect(isSame(await zipPictures(zip), Buffer.concat(served.map(({ picture }) => picture.bytes)))).toBe(
    true,
  );
});

test('closing the popup stops nothing, and the next one shows how far it is', async ({
  extension,
  feishu,
  openDocument,
  popupOver,
  words,
}) => {
  const gate = createGate();
  feishu.faults.add({
    match: { path: picturePath('BrdWikiErDiagram00000000001') },
    kind: 'delay',
    until: gate.passed,
  });
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
  gate.open();
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
  const gate = createGate();
  feishu.faults.add({
    match: { path: picturePath('BrdWikiErDiagram00000000001') },
    kind: 'delay',
    until: gate.passed,
  });
  const popup = await popupFor(addressOf(onboarding));
  await popup.chooseOutput('files');
  await popup.saveAll(2);
  await expect(popup.job).toContainText(words('job_fetching', 1, 2));
  await popup.press(words('job_cancel'));
  await popup.expectJob('cancelled');
  await expect(popup.job).toContainText(words('job_cancelled'));
  gate.open();
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

test('a retry asks for the failed boards alone, and the archive is whole then', async ({
  extension,
  feishu,
  popupFor,
  words,
}) => {
  const documentId = 'DocBoardTrouble000000000001';
  const popup = await popupFor(addressOf(documentId));
  await popup.saveAll(4);
  await popup.expectJob('done');
  await expect(popup.job).toContainText(words('job_failed_other', 3));
  const fine = 'BrdThatIsFine00000000000001';
  const asked = timesAsked(feishu, fine);

  feishu.store.changeBoard('BrdForbidden000000000000001', { readers: undefined });
  feishu.store.changeBoard('BrdWithoutPicture0000000001', { state: 'ok' });
  feishu.store.changeBoard('BrdDeleted00000000000000001', { state: 'ok' });
  await popup.press(words('job_retry'));
  await expect(popup.job).toContainText(words('job_done_other', 4));

  const zip = await savedFile(extension, '问题画板 Boards in trouble (1).zip');
  await testZip(zip);
  const served = await servedBoards(feishu, documentId);
  expect(isSame(await zipPictures(zip), Buffer.concat(served.map(({ picture }) => picture.bytes)))).toBe(
    true,
  );
  expect(timesAsked(feishu, fine)).toBe(asked);
});

test('a worker that is killed twice goes on where it was, and ends with the right archive', async ({
  extension,
  feishu,
  openDocument,
  popupOver,
  words,
}) => {
  const slow = 'BrdPhotoWall000000000000001';
  const gate = createGate();
  feishu.faults.add({
    match: { path: picturePath(slow) },
    times: Infinity,
    kind: 'delay',
    until: gate.passed,
  });
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
  gate.open();

  const zip = await savedFile(extension, '结算系统设计 · Checkout design.zip');
  await testZip(zip);
  const served = await servedBoards(feishu, checkout);
  expect(isSame(await zipPictures(zip), Buffer.concat(served.map(({ picture }) => picture.bytes)))).toBe(
    true,
  );
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

test('all boards under a wiki page are saved, after they were counted and somebody has agreed', async ({
  extension,
  feishu,
  popupFor,
  words,
}) => {
  const popup = await popupFor('https://acme.feishu.cn/wiki/WikOnboarding00000000000001');
  await popup.press(words('wiki_save_below'));
  await expect(popup.job).toContainText(words('job_ask_other', 3));
  expect(feishu.requests.filter(({ path }) => path.includes('DocWikiDataTeam'))).toEqual([]);
  await popup.press(words('job_accept'));
  await popup.expectJob('done');
  // The shortcut's document is among them; the page that may not be seen and the sheet are not.
  await expect(popup.job).toContainText(words('job_done_other', 16));

  const zip = await savedFile(extension, '新人指南 Onboarding.zip');
  await testZip(zip);
  const folders = (await zipNames(zip)).map((name) => name.split('/').at(1));
  expect(new Set(folders).size).toBe(5);
  expect(folders.slice(-2)).toEqual(['index.html', 'report.json']);
  const served = [
    ...(await servedBoards(feishu, onboarding)),
    ...(await servedBoards(feishu, 'DocWikiDataTeam000000000001')),
    ...(await servedBoards(feishu, checkout)),
  ];
  expect(isSame(await zipPictures(zip), Buffer.concat(served.map(({ picture }) => picture.bytes)))).toBe(
    true,
  );
});

test('a job that is paused asks for nothing and goes on where it was; every popup, window and document shows it alike', async ({
  extension,
  feishu,
  popupFor,
  popupOver,
  words,
}) => {
  const gate = createGate();
  feishu.faults.add({
    match: { path: picturePath('BrdWikiErDiagram00000000001') },
    times: Infinity,
    kind: 'delay',
    until: gate.passed,
  });
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
  await stopWorkers(popup.page);
  for (const each of all) await expect(each.job).toContainText(words('job_paused', 1, 2));
  gate.open();
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
