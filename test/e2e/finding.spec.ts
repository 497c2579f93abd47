import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { chooseMenuItem, rightClickBoard, savedFile } from '../browser/drive-extension';
import { testZip, zipPictures } from '../browser/read-zip';
import { pagesSeed } from '../feishu/pages/pages-seed';
import { type Feishu, startFeishu } from '../feishu/server';
import { isSame } from './compare-bytes';
import { addressOf } from './demo-addresses';
import { expect, test } from './popup-fixtures';
import { servedBoards } from './served-boards';

test.use({ mayReuse: true });

const checkout = 'DocCheckout0000000000000001';
const title = '结算系统设计 · Checkout design';

const blockIdsOf = (rows: Locator): Promise<(string | null)[]> =>
  rows.evaluateAll((elements) =>
    elements.map((row) => row.closest('[data-block-id]')?.getAttribute('data-block-id') ?? null),
  );
const servedIds = async (feishu: Feishu, documentId: string): Promise<string[]> =>
  (await servedBoards(feishu, documentId)).map(({ blockId }) => blockId);

test.describe('with the scope for pictures alone', () => {
  test.use({ token: 'u-demo-boards-only' });

  test('all boards of a loaded page are found and saved, each as itself', async ({
    extension,
    feishu,
    popupFor,
  }) => {
    const served = await servedBoards(feishu, checkout);
    const popup = await popupFor(addressOf(checkout));
    await expect(popup.rows).toHaveCount(13);
    expect(await blockIdsOf(popup.rows)).toEqual(served.map(({ blockId }) => blockId));
    await popup.expectProblem('app-scope-missing', 'docx:document, docx:document:readonly');
    await expect(popup.row('同步的系统架构')).toBeVisible();

    await popup.saveAll(13);
    await popup.expectJob('done');
    const path = await savedFile(extension, `${title}.zip`);
    await testZip(path);
    const pictures = Buffer.concat(served.map(({ picture }) => picture.bytes));
    expect(isSame(await zipPictures(path), pictures)).toBe(true);
  });

  test('a right-click saves the board under the pointer', async ({ extension, feishu, openDocument }) => {
    const document = await openDocument(addressOf(checkout));
    const [first] = await servedBoards(feishu, checkout);
    await rightClickBoard(document, first?.blockId ?? '');
    await chooseMenuItem(extension, document, 'save-board');
    const path = await savedFile(extension, `${title} - 支付流程总览.png`);
    expect(isSame(await readFile(path), first?.picture.bytes)).toBe(true);
  });

  test('boards are found in the model of older builds, and on a wiki page', async ({ feishu, popupFor }) => {
    const older = await popupFor(`${addressOf(checkout)}?model=older`);
    await expect(older.rows).toHaveCount(13);
    await older.page.close();
    const wiki = await popupFor('https://acme.feishu.cn/wiki/WikOnboarding00000000000001');
    await expect(wiki.rows).toHaveCount(2);
    expect(await blockIdsOf(wiki.rows)).toEqual(await servedIds(feishu, 'DocWikiOnboarding0000000001'));
    await wiki.expectProblem('app-scope-missing', 'wiki:wiki, wiki:wiki:readonly, wiki:node:read');
  });

  test('without a model, the user reads what to grant', async ({ popupFor }) => {
    const popup = await popupFor(`${addressOf('DocLongText0000000000000001')}?model=never`);
    await popup.expectProblem('app-scope-missing', 'docx:document, docx:document:readonly');
    await expect(popup.rows).toHaveCount(0);
  });
});

for (const model of ['never', 'hostile', 'older']) {
  test(`the Open API's list stands when the model is ${model}`, async ({ feishu, popupFor }) => {
    const popup = await popupFor(`${addressOf(checkout)}?model=${model}`);
    await expect(popup.rows).toHaveCount(13);
    expect(await blockIdsOf(popup.rows)).toEqual(await servedIds(feishu, checkout));
    await expect(popup.page.getByRole('alert')).toHaveCount(0);
  });
}

test.describe('a document of 6,000 blocks and 400 boards', () => {
  const long = 'DocLong00000000000000000001';
  const world = {
    ...pagesSeed,
    apps: [
      {
        id: 'cli_all',
        secret: 'secret',
        tenant: 'acme',
        scopes: ['board:whiteboard:node:read', 'docx:document:readonly'],
      },
    ],
    users: [{ id: 'ou_reader', name: 'Reader', tenant: 'acme' }],
    tokens: [
      { token: 'u-all', app: 'cli_all', user: 'ou_reader' },
      { token: 'u-pictures', app: 'cli_all', user: 'ou_reader', scopes: ['board:whiteboard:node:read'] },
    ],
  };
  const cases = [
    { token: 'u-all', search: '', count: 400 },
    { token: 'u-pictures', search: '?slices=all', count: 400 },
    { token: 'u-pictures', search: '', count: 13 },
  ];
  let feishuOfPages: Feishu;
  test.beforeAll(async () => {
    feishuOfPages = await startFeishu({ seed: world });
  });
  test.afterAll(() => feishuOfPages.close());

  for (const { token, search, count } of cases) {
    test.describe(`with ${token}${search}`, () => {
      // Playwright reads the names of the fixtures from this pattern: there are none.
      // oxlint-disable-next-line no-empty-pattern
      test.use({ token, feishu: async ({}, use) => use(feishuOfPages) });

      test(`has ${count} boards in the list, in order`, async ({ popupFor }) => {
        const popup = await popupFor(`${addressOf(long)}${search}`);
        // Twelve pages of blocks, at the pace that the API allows.
        await expect(popup.rows).toHaveCount(count, { timeout: 30_000 });
        expect(await blockIdsOf(popup.rows)).toEqual((await servedIds(feishuOfPages, long)).slice(0, count));
      });
    });
  }
});
