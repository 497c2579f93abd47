import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ErrorCode } from '../../components/errors';
import { savedFile } from '../browser/drive-extension';
import { testZip, zipNames } from '../browser/read-zip';
import { hasPicturesOf } from './archived-pictures';
import { isSame } from './compare-bytes';
import { addressOf } from './demo-addresses';
import { expect, test } from './popup-fixtures';
import { servedBoards } from './served-boards';

test.use({ mayReuse: true });

/** Whatever is pasted, opened or written over a document, the user gets words for it, and files that every system takes. */

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

test('a title that no file can bear becomes a name that every system takes', async ({
  extension,
  feishu,
  popupFor,
}) => {
  const documentId = 'DocLongTitle000000000000001';
  expect(feishu.store.document(documentId)?.title.length).toBeGreaterThanOrEqual(400);
  const served = await servedBoards(feishu, documentId);
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
  expect(isSame(await readFile(join(extension.downloads, picture)), served[0]?.picture.bytes)).toBe(true);
  expect(await hasPicturesOf(join(extension.downloads, zip), served)).toBe(true);
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
