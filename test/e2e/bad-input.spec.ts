import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ErrorCode } from '../../components/errors';
import { openPopup, savedFile, signIn } from '../browser/drive-extension';
import { launchExtension } from '../browser/launch-extension';
import { popupPage } from '../browser/popup-page';
import { testZip, zipPictures, zipNames } from '../browser/read-zip';
import { canMount, mountSmallDisk } from '../browser/small-disk';
import type { Fault, FaultKind } from '../feishu/faults';
import { isSame } from './compare-bytes';
import { addressOf, picturePath, timesAsked } from './demo-addresses';
import { expect, test } from './popup-fixtures';
import { servedBoard, servedBoards } from './served-boards';

test.use({ mayReuse: true });

/** Whatever comes in from outside, the user gets words for it, and what can be saved is saved. */

const checkout = 'DocCheckout0000000000000001';
const checkoutTitle = '结算系统设计 · Checkout design';

test.describe('with nobody signed in', () => {
  test.use({ token: null });

  test('the settings refuse what is no token, without asking the server', async ({
    feishu,
    settingsPage,
    words,
  }) => {
    const settings = await settingsPage();
    for (const token of ['', 'cli_a1b2c3d4e5f6', 'u- with spaces', '令牌', 'x'.repeat(16_384)]) {
      await settings.paste('feishu', token);
      await settings.expectError('token-malformed');
    }
    expect(feishu.requests).toEqual([]);
    await expect(settings.account('feishu')).toHaveCount(0);

    await settings.paste('feishu', 'u-demo-expired');
    await settings.expectError('token-expired');
    await settings.paste('feishu', 'u-nobody-was-given-this');
    await settings.expectError('token-invalid');
    await expect(settings.page.getByText(words('sign_in_paste'))).toBeVisible();
  });
});

/** Pages that are no documents, or none that one may read. */
const otherPages: [string, ErrorCode][] = [
  ['https://acme.feishu.cn/sheets/ShtBudget0000000000000001', 'page-kind-unsupported'],
  ['https://acme.feishu.cn/drive/home/', 'page-not-document'],
  ['https://acme.feishu.cn/docx/..%2F..%2Fsecret', 'page-not-document'],
  ['https://acme.feishu.cn/docx/DocThatIsNowhere00000000001', 'document-missing'],
  [addressOf('DocForbidden000000000000001'), 'document-forbidden'],
  [addressOf('DocDeleted00000000000000001'), 'document-deleted'],
  ['https://acme.feishu.cn/wiki/WikBudget000000000000000001', 'wiki-node-not-document'],
  ['https://acme.feishu.cn/wiki/WikSalaries0000000000000001', 'wiki-node-forbidden'],
  ['https://acme.feishu.cn/wiki/WikNowhere0000000000000001', 'wiki-node-missing'],
  ['about:blank', 'page-not-document'],
];

test('the popup says why a page has no boards to save', async ({ openDocument, popupOver, words }) => {
  const document = await openDocument(addressOf('DocNoBoards0000000000000001'));
  const popup = await popupOver(document);
  await expect(popup.page.getByText(words('popup_no_boards'))).toBeVisible();

  for (const [url, code] of otherPages) {
    await document.goto(url);
    await popup.page.reload();
    await test.step(`${code}: ${url}`, () => popup.expectProblem(code));
  }

  await document.goto(addressOf('DocEmpty0000000000000000001'));
  await popup.page.reload();
  await expect(popup.page.getByRole('heading', { name: words('document_untitled') })).toBeVisible();
  await expect(popup.page.getByText(words('popup_no_boards'))).toBeVisible();
});

test('boards that cannot be had are named with the reason, and the others are saved', async ({
  extension,
  feishu,
  popupFor,
  words,
}) => {
  const documentId = 'DocBoardTrouble000000000001';
  const popup = await popupFor(addressOf(documentId));
  await popup.saveAll(4);
  await popup.expectJob('done');
  await expect(popup.job.getByText(words('job_done_one', 1))).toBeVisible();

  await popup.job.getByText(words('job_failed_other', 3)).click();
  const failures: [string, ErrorCode][] = [
    ['Forbidden', 'board-forbidden'],
    ['Without a picture', 'board-missing'],
    ['Deleted', 'board-missing'],
  ];
  const items = popup.job.getByRole('listitem');
  await expect(items).toHaveCount(failures.length);
  for (const [name, code] of failures) {
    const { sentence, help } = words.error(code);
    const item = items.filter({ has: popup.page.getByText(name, { exact: true }) });
    await expect(item).toContainText(`${sentence} ${help}`);
  }

  const zip = await savedFile(extension, '问题画板 Boards in trouble.zip');
  await testZip(zip);
  const [fine] = await servedBoards(feishu, documentId);
  expect((await zipNames(zip)).at(0)).toBe('问题画板 Boards in trouble/1 Fine.png');
  expect(isSame(await zipPictures(zip), fine?.picture.bytes)).toBe(true);
});

test('a sign-in that has expired is said, and after a new one all goes on', async ({
  extension,
  feishu,
  popupFor,
  settingsPage,
  words,
}) => {
  const token = feishu.store.token('u-demo-chen-xiao');
  if (!token) throw new Error('the demo world has no such token');
  token.expiresAt = 0;
  const popup = await popupFor(addressOf('DocWikiOnboarding0000000001'));
  await popup.expectProblem('token-expired');
  await expect(popup.page.getByRole('button', { name: words('popup_save_boards_other', 2) })).toBeDisabled();

  const settings = await settingsPage();
  await settings.check('feishu');
  await settings.expectError('token-expired');
  await settings.paste('feishu', 'u-demo-li-lei');
  await expect(settings.account('feishu')).toContainText('李雷');

  await popup.page.reload();
  await popup.page.bringToFront();
  await popup.saveAll(2);
  await popup.expectJob('done');
  await testZip(await savedFile(extension, '新人指南 Onboarding.zip'));
});

test('a title that no file can bear becomes a name that every system takes', async ({
  extension,
  feishu,
  popupFor,
}) => {
  const documentId = 'DocLongTitle000000000000001';
  expect(feishu.store.document(documentId)?.title.length).toBeGreaterThanOrEqual(400);
  const [only] = await servedBoards(feishu, documentId);
  const popup = await popupFor(addressOf(documentId));
  await popup.rows.locator('[data-action=save]').click();
  await expect.poll(() => readdir(extension.downloads)).toEqual([expect.stringMatching(/\.jpg$/)]);
  await popup.saveAll(1);
  await popup.expectJob('done');

  const names = await readdir(extension.downloads);
  const zip = names.find((name) => name.endsWith('.zip')) ?? '';
  const picture = names.find((name) => name.endsWith('.jpg')) ?? '';
  const inZip = (await zipNames(join(extension.downloads, zip)))[0]?.split('/') ?? [];
  expect(inZip).toHaveLength(2);
  for (const name of [zip, picture, ...inZip]) {
    expect(name).toMatch(/^[^\s.].*[^\s.]$/);
    expect(name).not.toMatch(/[<>:"/\\|?*\p{C}]/u);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
  }
  expect(picture).toMatch(/^长标题/);
  expect(isSame(await readFile(join(extension.downloads, picture)), only?.picture.bytes)).toBe(true);
  expect(isSame(await zipPictures(join(extension.downloads, zip)), only?.picture.bytes)).toBe(true);
});

test('a document without a title is saved under the words for that', async ({
  extension,
  feishu,
  popupFor,
  words,
}) => {
  const documentId = 'DocWikiOnboarding0000000001';
  feishu.store.changeDocument(documentId, { title: '' });
  const popup = await popupFor(addressOf(documentId));
  const untitled = words('document_untitled');
  await expect(popup.page.getByRole('heading', { name: untitled })).toBeVisible();
  await popup.save('支付');
  await savedFile(extension, `${untitled} - 支付.jpg`);
  await popup.saveAll(2);
  await popup.expectJob('done');
  await testZip(await savedFile(extension, `${untitled}.zip`));
});

test('answers that are no pictures get words, and those that broke off are asked for again', async ({
  extension,
  feishu,
  popupFor,
  words,
}) => {
  const spoil = (board: string, fault: FaultKind & Pick<Fault, 'times'>): void =>
    feishu.faults.add({ match: { path: picturePath(board) }, ...fault });
  const times = Infinity;
  spoil('BrdPaymentFlow0000000000001', { times, kind: 'html' });
  spoil('BrdLoginSequence00000000001', { times, kind: 'json-200', code: 2890003 });
  spoil('BrdOrgChart0000000000000001', { times, kind: 'json-200', code: 1234567 });
  spoil('BrdSystemArchitecture000001', { times, kind: 'wrong-length', claims: 100_000_001 });
  spoil('BrdProductMindmap0000000001', {
    times,
    kind: 'body',
    body: 'not a picture',
    contentType: 'image/png',
  });
  spoil('BrdErDiagram000000000000001', { kind: 'cut-short' });
  spoil('BrdPhotoWall000000000000001', { kind: 'reset' });
  const mended = [
    { id: 'BrdErDiagram000000000000001', name: '数据模型', extension: 'svg' },
    { id: 'BrdPhotoWall000000000000001', name: '团建照片墙', extension: 'jpg' },
  ];

  const popup = await popupFor(addressOf(checkout));
  const refused: [string, ErrorCode, ...string[]][] = [
    ['支付流程总览', 'response-not-image'],
    ['Login sequence', 'board-missing'],
    ['组织架构 2026', 'api-error-unknown', words('scope_not_named'), '1234567'],
    ['System architecture', 'response-too-large'],
    ['产品脑图', 'response-not-image'],
  ];
  for (const [name] of refused) await popup.save(name);
  for (const { name } of mended) await popup.save(name);
  for (const [name, code, ...substitutions] of refused) {
    await popup.expectRowError(name, code, ...substitutions);
  }

  for (const { id, name, extension: end } of mended) {
    const path = await savedFile(extension, `${checkoutTitle} - ${name}.${end}`);
    const { picture } = await servedBoard(feishu, checkout, id);
    expect(isSame(await readFile(path), picture.bytes)).toBe(true);
    expect(timesAsked(feishu, id)).toBeGreaterThanOrEqual(2);
  }
});

test('storage that is full gets words, and a retry goes on when there is room', async ({
  extension,
  popupFor,
  words,
}) => {
  // A quota takes gigabytes to fill, and the override of the developer tools does not reach an extension:
  // so the background's database refuses pictures as a full one does.
  await extension.worker.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
      if (value instanceof Blob && !('hasRoom' in globalThis))
        throw new DOMException('', 'QuotaExceededError');
      return put.call(this, value, key);
    };
  });
  const popup = await popupFor(addressOf('DocWikiOnboarding0000000001'));
  await popup.save('支付');
  await popup.expectRowError('支付', 'storage-full');
  await popup.saveAll(2);
  await popup.expectJob('failed');
  await expect(popup.job).toContainText(words.error('storage-full').sentence);

  await extension.worker.evaluate(() => Object.assign(globalThis, { hasRoom: true }));
  await popup.job.getByRole('button', { name: words('job_retry') }).click();
  await popup.expectJob('done');
  await testZip(await savedFile(extension, '新人指南 Onboarding.zip'));
});

// Where no file system may be mounted, no disk can be made full.
if (canMount()) {
  test('a full disk gets words, so does one that cannot be written, and when there is room a retry goes on', async ({
    feishu,
    words,
  }) => {
    const profile = await mkdtemp(join(tmpdir(), 'board-saver-full-'));
    const disk = await mountSmallDisk(join(profile, 'downloads'), 'size=64k');
    try {
      const browser = await launchExtension({ port: feishu.port, profile });
      try {
        await signIn(browser, 'feishu', 'u-demo-chen-xiao');
        const document = browser.context.pages()[0] ?? (await browser.context.newPage());
        await document.goto(addressOf('DocWikiOnboarding0000000001'));
        const popup = popupPage(await openPopup(browser, document), words);
        await popup.page.bringToFront();
        await popup.save('支付');
        await popup.expectRowError('支付', 'download-disk-full');
        await popup.saveAll(2);
        await popup.expectJob('failed');
        await expect(popup.job).toContainText(words.error('download-disk-full').sentence);
        // Chromium itself leaves what it had begun, under names of its own, and lets no extension remove it.
        const left = await readdir(browser.downloads);
        expect(left.filter((name) => !name.endsWith('.crdownload'))).toEqual([]);

        await disk.remount('size=64m');
        await popup.job.getByRole('button', { name: words('remedy_retry') }).click();
        await popup.expectJob('done');
        await testZip(await savedFile(browser, '新人指南 Onboarding.zip'));

        // Chromium asks for another folder then; here nobody chooses one.
        await disk.remount('ro');
        await popup.saveAgain('支付');
        await popup.expectRowError('支付', 'download-cancelled');
      } finally {
        await browser.close();
      }
    } finally {
      await disk.remove();
      await rm(profile, { recursive: true, force: true });
    }
  });
}
