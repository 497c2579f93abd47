import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reloadPage, savedFile } from '../browser/drive-extension';
import { testZip, zipNames } from '../browser/read-zip';
import { hasPicturesOf } from './archived-pictures';
import { isSame } from './compare-bytes';
import { addressOf, timesAsked } from './demo-addresses';
import { expect, inFirefox, test } from './popup-fixtures';
import { servedBoards } from './served-boards';

test.use({ mayReuse: true });

/** Saving many boards at once, and what comes of it. */

const onboarding = 'DocWikiOnboarding0000000001';
const checkout = 'DocCheckout0000000000000001';

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
    expect(await hasPicturesOf(zip, served)).toBe(true);
    expect(served.map(({ board }) => timesAsked(feishu, board.id))).toEqual(served.map(() => 1));
    expect(feishu.requests.filter(({ status }) => status !== 200)).toEqual([]);
  },
);

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
  expect(await hasPicturesOf(zip, served)).toBe(true);
  expect(timesAsked(feishu, fine)).toBe(asked);
});

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
  expect(await hasPicturesOf(zip, served)).toBe(true);
});
