import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { evaluateInContentScript } from '../browser/content-script';
import { chooseMenuItem, openOptions, rightClickBoard, savedFile } from '../browser/drive-extension';
import { launchExtension } from '../browser/launch-extension';
import { optionsPage } from '../browser/options-page';
import { readDatabases } from '../browser/read-databases';
import { addressOf, timesAsked } from './demo-addresses';
import { expect, inFirefox, test } from './popup-fixtures';
import { servedBoards } from './served-boards';

/** The settings page: signing in and out, and what is kept. Nobody is signed in at the start. */

declare const chrome: {
  storage: Record<'local' | 'session' | 'sync', { get(keys: null): Promise<object> }>;
};

const onboarding = 'DocWikiOnboarding0000000001';
const scopes = ['board:whiteboard:node:read', 'docx:document:readonly', 'wiki:node:read'];
const accountDatabase = 'board-saver-account';

test.use({ mayReuse: true, token: null });

test(
  'one signs in to both brands with pasted tokens, and sees who one is and what works',
  inFirefox,
  async ({ settingsPage, words }) => {
    const settings = await settingsPage();
    await settings.paste('feishu', ' Bearer u-demo-chen-xiao\n');
    await expect(settings.account('feishu')).toContainText('陈晓');
    await expect(settings.account('feishu')).toContainText(words('options_signed_in_user'));
    for (const scope of scopes) await settings.expectScope('feishu', scope, 'held');
    await settings.paste('lark', 'u-demo-lark-kim');
    await expect(settings.account('lark')).toContainText('Kim Tanaka');
    await expect(settings.account('feishu')).toContainText('陈晓');

    await settings.page.reload({ waitUntil: 'commit' });
    await expect(settings.account('lark')).toContainText('Kim Tanaka');
    await settings.check('feishu');
    for (const scope of scopes) await settings.expectScope('feishu', scope, 'held');

    await settings.paste('feishu', 't-demo-app');
    await expect(settings.account('feishu')).toContainText(words('options_signed_in_tenant'));
    await expect(settings.account('feishu')).not.toContainText('陈晓');
  },
);

test('a permission that is missing is named, with the way to it where the server tells one', async ({
  settingsPage,
  words,
}) => {
  const [board = '', docx = '', wiki = ''] = scopes;
  const settings = await settingsPage();
  await settings.paste('feishu', 'u-demo-boards-only');
  await settings.expectScope('feishu', board, 'held');
  await settings.expectScope('feishu', docx, 'missing');
  await settings.expectScope('feishu', wiki, 'missing');
  const grant = (scope: string) =>
    settings.page.getByRole('link', { name: words('options_scope_grant_named', scope), exact: true });
  await expect(grant(docx)).toHaveAttribute(
    'href',
    /^https:\/\/open\.feishu\.cn\/app\/cli_demo_small\/auth\?/,
  );
  await expect(grant(board)).toHaveCount(0);

  await settings.paste('feishu', 'u-demo-not-granted');
  await settings.expectScope('feishu', board, 'missing');
  await settings.expectScope('feishu', docx, 'held');
  const missing = settings.account('feishu').getByText(words.error('user-scope-missing', board).sentence);
  await expect(missing).toBeVisible();
});

test('a token of the other brand signs nobody in, and nobody out', async ({ settingsPage }) => {
  const settings = await settingsPage();
  await settings.paste('lark', 'u-demo-chen-xiao');
  await settings.expectError('token-invalid');
  await expect(settings.account('lark')).toHaveCount(0);

  await settings.paste('lark', 'u-demo-lark-kim');
  await expect(settings.account('lark')).toContainText('Kim Tanaka');
  await settings.paste('lark', 'u-demo-chen-xiao');
  await settings.expectError('token-invalid');
  await expect(settings.account('lark')).toContainText('Kim Tanaka');
});

test('one sees how much is kept, clears it, and signing out takes all that was the account’s', async ({
  feishu,
  openDocument,
  popupOver,
  settingsPage,
  words,
}) => {
  const settings = await settingsPage();
  await settings.paste('feishu', 'u-demo-chen-xiao');
  await expect(settings.account('feishu')).toBeVisible();
  const popup = await popupOver(await openDocument(addressOf(onboarding)));
  await expect(popup.rows.locator('img')).toHaveCount(2);

  const served = await servedBoards(feishu, onboarding);
  const bytes = served.reduce((sum, { picture }) => sum + picture.bytes.length, 0);
  const expectUsage = async (): Promise<void> => {
    const sentence = new RegExp(words('options_cache_usage_other', 2, '([\\d,]+) kB', '200 MB'));
    await expect(settings.cacheUsage).toContainText(sentence);
    const told = sentence.exec((await settings.cacheUsage.textContent()) ?? '')?.[1] ?? '';
    // Its thumbnails count as well, which are small.
    const kilobytes = Number(told.replace(',', '')) - bytes / 1000;
    expect(kilobytes).toBeGreaterThan(0);
    expect(kilobytes).toBeLessThan(20);
  };
  await settings.page.reload();
  await expectUsage();
  await settings.page.bringToFront();
  await settings.clearCache();
  await expect(settings.cacheUsage).toContainText(words('options_cache_clearing'));
  await settings.page.reload(); // who leaves has made up their mind
  await expect(settings.cacheUsage).toContainText(words('options_cache_usage_other', 0, '0 kB', '200 MB'));

  const [first] = served;
  await popup.page.reload();
  await expect(popup.rows.locator('img')).toHaveCount(2);
  expect(timesAsked(feishu, first?.board.id ?? '')).toBe(2);
  expect(await keptFor(settings.page, 'ou_chen_xiao')).not.toEqual([]);

  await settings.page.reload();
  await expectUsage();
  await settings.page.bringToFront();
  await settings.signOut('feishu');
  await expect(settings.account('feishu')).toHaveCount(0);
  await expect(settings.page.getByText(words('sign_in_paste'))).toBeVisible();
  expect(await keptFor(settings.page, 'ou_chen_xiao')).toEqual([]);
  expect(JSON.stringify(await readDatabases(settings.page))).not.toContain('u-demo-chen-xiao');
  await expect(settings.cacheUsage).toContainText(words('options_cache_usage_other', 0, '0 kB', '200 MB'));
  await popup.page.reload();
  await popup.expectProblem('not-signed-in');
});

/** The databases that hold something of an account. */
async function keptFor(page: Page, accountId: string): Promise<string[]> {
  const databases = await readDatabases(page);
  return Object.keys(databases).filter((name) => databases[name]?.includes(accountId));
}

test('who is signed in stays so when the browser starts again', async ({ feishu, words }) => {
  const profile = await mkdtemp(join(tmpdir(), 'board-saver-again-'));
  try {
    const before = await launchExtension({ port: feishu.port, profile });
    const settings = optionsPage(await openOptions(before), words);
    await settings.page.bringToFront();
    await settings.paste('feishu', 'u-demo-li-lei');
    await expect(settings.account('feishu')).toContainText('李雷');
    await before.close();

    const after = await launchExtension({ port: feishu.port, profile });
    const again = optionsPage(await openOptions(after), words);
    await again.page.bringToFront();
    await expect(again.account('feishu')).toContainText('李雷');
    await again.check('feishu');
    for (const scope of scopes) await again.expectScope('feishu', scope, 'held');
    await after.close();
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
});

/** What a content script may not ask, were the page to take it over. */
const notForPages = [
  { name: 'account/status' },
  { name: 'account/check', params: { brand: 'feishu' } },
  { name: 'account/sign-in', params: { brand: 'feishu', token: 'u-of-somebody-else' } },
  { name: 'account/sign-out', params: { brand: 'feishu' } },
  { name: 'cache/usage' },
  { name: 'board/save', params: { tabId: 1, blockId: 'x' } },
];

test('a token is nowhere in clear', async ({ extension, feishu, openDocument, popupOver, settingsPage }) => {
  const tokens = ['u-demo-chen-xiao', 'u-demo-lark-kim'];
  const logs: string[] = [];
  for (const worker of extension.context.serviceWorkers()) {
    worker.on('console', (message) => logs.push(message.text()));
  }
  extension.context.on('console', (message) => logs.push(message.text()));
  extension.context.on('weberror', (error) => logs.push(String(error.error())));

  // Everything that asks the server, and some of it in vain.
  const settings = await settingsPage();
  await settings.paste('feishu', tokens[0] ?? '');
  await expect(settings.account('feishu')).toBeVisible();
  await settings.paste('lark', tokens[1] ?? '');
  await expect(settings.account('lark')).toBeVisible();
  const page = await openDocument(addressOf('DocBoardTrouble000000000001'));
  const popup = await popupOver(page);
  await popup.save('Forbidden');
  await popup.expectRowError('Forbidden', 'board-forbidden');
  await popup.saveAll(4);
  await popup.expectJob('done');
  const [fine] = await servedBoards(feishu, 'DocBoardTrouble000000000001');
  await rightClickBoard(page, fine?.blockId ?? '');
  await chooseMenuItem(extension, page, 'save-board');
  await savedFile(extension, '问题画板 Boards in trouble - Fine.png');

  const databases = await readDatabases(settings.page);
  // Sealed: the accounts are there, their tokens cannot be read.
  expect(databases[accountDatabase]).toContain('feishu');
  expect(Object.keys(databases).length).toBeGreaterThanOrEqual(5);

  const places = {
    databases,
    storage: await extension.worker.evaluate(async () =>
      Promise.all(
        [chrome.storage.local, chrome.storage.session, chrome.storage.sync].map((area) => area.get(null)),
      ),
    ),
    caches: await settings.page.evaluate(async () => [
      await caches.keys(),
      Object.entries(localStorage),
      Object.entries(sessionStorage),
    ]),
    settings: await settings.page.content(),
    fields: await settings.page
      .locator('input')
      .evaluateAll((fields) => fields.map((field) => (field instanceof HTMLInputElement ? field.value : ''))),
    popup: await popup.page.content(),
    page: await page.evaluate(async () => [
      document.documentElement.outerHTML,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      (await indexedDB.databases()).map(({ name }) => name),
    ]),
    contentScript: await evaluateInContentScript(
      extension,
      page,
      `Promise.all([
        chrome.storage.local.get(null),
        chrome.storage.session.get(null).catch(String),
        chrome.storage.sync.get(null),
        indexedDB.databases().then((all) => all.map(({ name }) => name)),
      ])`,
    ),
    requests: feishu.requests,
    logs,
  };
  for (const [place, content] of Object.entries(places)) {
    for (const token of tokens) expect(JSON.stringify(content), place).not.toContain(token);
  }
  expect(JSON.stringify(places.contentScript)).not.toContain(accountDatabase);

  // Nor can it be had by asking from there.
  const answers = await evaluateInContentScript(
    extension,
    page,
    `Promise.all(${JSON.stringify(notForPages)}.map((request) =>
      chrome.runtime.sendMessage({ target: 'background', ...request })))`,
  );
  expect(answers).toEqual(notForPages.map(() => ({ ok: false, error: { code: 'message-invalid' } })));
  expect(await page.evaluate(() => typeof Reflect.get(globalThis, 'chrome')?.runtime?.id)).toBe('undefined');
});
