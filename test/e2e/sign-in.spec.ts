import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { chooseMenuItem, openOptions, rightClickBoard } from '../browser/drive-extension';
import { type ExtensionBrowser, launchExtension } from '../browser/launch-extension';
import { optionsPage, type OptionsPage } from '../browser/options-page';
import { readDatabases } from '../browser/read-databases';
import { stopWorkers } from '../browser/stop-workers';
import type { Words } from '../browser/words';
import type { Feishu } from '../feishu/server';
import { addressOf } from './demo-addresses';
import { servedBoards } from './served-boards';
import { expect, test } from './sign-in-fixtures';

declare const chrome: {
  storage: Record<'local' | 'session' | 'sync', { get(keys: null): Promise<object> }>;
};

/** From a first run to the first saved board, in each of the ways in, and how many clicks and pastes it takes. */

const at = {
  feishu: {
    address: addressOf('DocBoardTrouble000000000001'),
    file: '问题画板 Boards in trouble - Fine.png',
    app: { id: 'cli_demo', secret: 'demo-secret-of-acme' },
    token: 'u-demo-chen-xiao',
    name: '陈晓',
  },
  lark: {
    address: 'https://acme-lark.larksuite.com/docx/DocAtLark000000000000000001',
    file: 'Roadmap at Lark - Roadmap 2027.jpg',
    app: { id: 'cli_demo_lark', secret: 'demo-secret-of-acme-lark' },
    token: 'u-demo-lark-kim',
    name: 'Kim Tanaka',
  },
} as const;

for (const brand of ['feishu', 'lark'] as const) {
  const { address, file, app, token, name } = at[brand];

  test(`at ${brand}, an app is made, and a board saved, with four clicks`, async ({
    feishu,
    firstPage,
    person,
    saveFirstBoard,
    words,
  }) => {
    // Who is at home at Lark need not choose it: the app that is made tells.
    if (brand === 'lark') feishu.store.signIn.loggedIn.feishu = feishu.store.user('ou_kim');
    await person.click(firstPage.page.getByRole('button', { name: words('sign_in_create'), exact: true }));
    await person.answer(/^Create your app$/, 'Create');
    await person.answer(/^Authorize /, 'Authorize');
    await expect(firstPage.account(brand)).toContainText(name);
    await expect(firstPage.account(brand)).toContainText(words('account_renews'));
    await firstPage.expectScope(brand, 'board:whiteboard:node:read', 'held');
    await firstPage.expectScope(brand, 'docx:document:readonly', 'missing');
    await saveFirstBoard(address, file);
    expect([person.clicks, person.pastes]).toEqual([4, 0]);
    const made = feishu.store.apps().find(({ id }) => !id.startsWith('cli_demo'));
    expect(made?.scopes).toEqual(['board:whiteboard:node:read', 'offline_access']);
  });

  test(`at ${brand}, one signs in with an app that one has`, async ({
    firstPage,
    installBeside,
    person,
    saveFirstBoard,
    words,
  }) => {
    await installBeside(address);
    const way = firstPage.page.locator('details[data-way=app]');
    await person.click(way.getByText(words('sign_in_with_app'), { exact: true }));
    await person.paste(way.getByLabel(words('sign_in_app_id'), { exact: true }), app.id);
    await person.paste(way.getByLabel(words('sign_in_app_secret'), { exact: true }), app.secret);
    await person.click(way.getByRole('button', { name: words('sign_in_go'), exact: true }));
    await person.answer(/^Authorize /, 'Authorize');
    await expect(firstPage.account(brand)).toContainText(name);
    await saveFirstBoard(address, file);
    expect([person.clicks, person.pastes]).toEqual([4, 2]);
  });

  test(`at ${brand}, one pastes a token`, async ({
    firstPage,
    installBeside,
    person,
    saveFirstBoard,
    words,
  }) => {
    await installBeside(address);
    const way = firstPage.page.locator('details[data-way=token]');
    await person.click(way.getByText(words('sign_in_paste'), { exact: true }));
    await person.paste(way.getByLabel(words('options_token'), { exact: true }), token);
    await person.click(way.getByRole('button', { name: words('options_sign_in'), exact: true }));
    await expect(firstPage.account(brand)).toContainText(name);
    await expect(firstPage.account(brand)).toContainText(words('account_lasts_briefly'));
    await saveFirstBoard(address, file);
    expect([person.clicks, person.pastes]).toEqual([3, 1]);
  });
}

test('with the company’s app there is one button', async ({ extension, person, saveFirstBoard, words }) => {
  const { address, app, file, name } = at.feishu;
  await extension.context.addInitScript(setPolicy, {
    brand: 'feishu',
    appId: app.id,
    appSecret: app.secret,
    scopes: ['board:whiteboard:node:read', 'docx:document:readonly'],
  });
  const settings = optionsPage(await openOptions(extension), words);
  await settings.page.bringToFront();
  await person.click(settings.page.getByRole('button', { name: words('sign_in_company'), exact: true }));
  await person.answer(/^Authorize /, 'Authorize');
  await expect(settings.account('feishu')).toContainText(name);
  await settings.expectScope('feishu', 'docx:document:readonly', 'held');
  await settings.expectScope('feishu', 'wiki:node:read', 'missing');
  await saveFirstBoard(address, file);
  expect([person.clicks, person.pastes]).toEqual([3, 0]);
});

/** What an administrator's policy would have the browser answer. */
function setPolicy(policy: object): void {
  const managed: unknown = Reflect.get(globalThis, 'chrome')?.storage?.managed;
  if (typeof managed !== 'object' || managed === null) return;
  Object.assign(managed, {
    get: async (_keys: unknown, done?: (found: object) => void) => {
      done?.(policy);
      return policy;
    },
  });
}

test.describe('by redirect', () => {
  const app = at.feishu.app;

  test('one signs in when the app knows the redirect URL, which is always the same', async ({
    extension,
    feishu,
    firstPage,
    person,
    words,
  }) => {
    const url = 'https://pmkgndafingapakekjfgjcflakcafcom.chromiumapp.org/';
    feishu.store.changeApp(app.id, { redirectUrls: [url] });
    const way = await fillApp(firstPage, app, words);
    await expect(way.getByText(url)).toBeVisible();
    await way.getByRole('button', { name: words('sign_in_redirect'), exact: true }).click();
    await person.answer(/^Authorize /, 'Authorize');
    await expect(firstPage.account('feishu')).toContainText('陈晓');
    await expect(firstPage.account('feishu')).toContainText(words('account_renews'));
    expect(extension.context.pages().filter((page) => page.url().includes('authorize'))).toEqual([]);
  });

  test('one is told what to do when the app does not know it, and when one says no', async ({
    feishu,
    firstPage,
    person,
    words,
  }) => {
    const way = await fillApp(firstPage, app, words);
    await way.getByRole('button', { name: words('sign_in_redirect'), exact: true }).click();
    await (await person.page(/20029/)).close();
    await firstPage.expectError('sign-in-window-closed');
    const url = await firstPage.page.locator('.failed code').innerText();

    feishu.store.changeApp(app.id, { redirectUrls: [url] });
    const again = await fillApp(firstPage, app, words);
    await again.getByRole('button', { name: words('sign_in_redirect'), exact: true }).click();
    await person.answer(/^Authorize /, 'Deny');
    await firstPage.expectError('sign-in-denied');
    await expect(firstPage.account('feishu')).toHaveCount(0);
  });
});

/** Opens *I have an app* and fills it in. */
async function fillApp(
  settings: OptionsPage,
  app: { id: string; secret: string },
  words: Words,
): Promise<Locator> {
  const way = await settings.openWay('app');
  await way.getByLabel(words('sign_in_app_id'), { exact: true }).fill(app.id);
  await way.getByLabel(words('sign_in_app_secret'), { exact: true }).fill(app.secret);
  return way;
}

async function signInWithApp(settings: OptionsPage, app: { id: string; secret: string }, words: Words) {
  const way = await fillApp(settings, app, words);
  await way.getByRole('button', { name: words('sign_in_go'), exact: true }).click();
}

test.describe('a sign-in that is refused says why, and signs nobody in', () => {
  test('by the user, and by the clock', async ({ feishu, firstPage, person, words }) => {
    await signInWithApp(firstPage, at.feishu.app, words);
    await person.answer(/^Authorize /, 'Deny');
    await firstPage.page.bringToFront();
    await firstPage.expectError('sign-in-denied');

    await signInWithApp(firstPage, at.feishu.app, words);
    await person.page(/^Authorize /);
    feishu.clock.advance(240_000);
    await firstPage.expectError('sign-in-expired');
    await expect(firstPage.account('feishu')).toHaveCount(0);
  });

  test('for its app', async ({ feishu, firstPage, person, words }) => {
    await signInWithApp(firstPage, { ...at.feishu.app, secret: 'not-the-secret' }, words);
    await firstPage.expectError('app-secret-wrong');
    await signInWithApp(firstPage, at.lark.app, words);
    await firstPage.expectError('app-missing');

    feishu.store.changeApp(at.feishu.app.id, { availableTo: ['ou_li_lei'] });
    await signInWithApp(firstPage, at.feishu.app, words);
    await person.answer(/^Authorize /, 'Authorize');
    await firstPage.page.bringToFront();
    await firstPage.expectError('app-not-for-user');
    await expect(firstPage.account('feishu')).toHaveCount(0);
  });

  test('by a company that allows no apps', async ({ feishu, firstPage, person, words }) => {
    feishu.store.changeTenant('acme', { forbidsNewApps: true });
    await firstPage.page.getByRole('button', { name: words('sign_in_create'), exact: true }).click();
    await person.answer(/^You cannot create apps$/, 'Cancel');
    await firstPage.page.bringToFront();
    await firstPage.expectError('sign-in-denied');
  });
});

test.describe('a save for which a permission is missing opens the doctor at its line', () => {
  const boardScope = 'board:whiteboard:node:read';

  test('where the app lacks it', async ({ feishu, firstPage, person, words, extension }) => {
    feishu.store.changeApp(at.feishu.app.id, { scopes: ['offline_access', 'docx:document:readonly'] });
    await signInWithApp(firstPage, at.feishu.app, words);
    await person.answer(/^Authorize /, 'Authorize');
    await firstPage.expectScope('feishu', boardScope, 'missing');
    await firstPage.page.close();
    await failToSave(extension, feishu);
    const doctor = await openedSettings(extension);
    const line = doctor.locator('.scope.missed');
    await expect(line).toContainText(boardScope);
    await expect(line).toContainText(words('doctor_board_loss'));
    await expect(
      line.getByRole('link', { name: words('options_scope_grant_named', boardScope), exact: true }),
    ).toHaveAttribute('href', /^https:\/\/open\.feishu\.cn\//);
  });

  test('where the user did not grant it', async ({ extension, feishu, firstPage, person, words }) => {
    const { app } = at.feishu;
    const [docx, wiki] = ['docx:document:readonly', 'wiki:node:read'];
    await signInWithApp(firstPage, app, words);
    await person.answer(/^Authorize /, 'Authorize');
    await firstPage.expectScope('feishu', docx, 'missing');
    await firstPage.page.bringToFront();
    await firstPage.page
      .getByRole('button', { name: words('doctor_grant_by_sign_in_named', docx), exact: true })
      .click();
    await person.answer(/^Authorize /, 'Authorize');
    await firstPage.expectScope('feishu', docx, 'held');
    await firstPage.expectScope('feishu', wiki, 'missing');
    await firstPage.page.close();
    const token = [...feishu.store.tokens()].findLast(({ session }) => session?.app.id === app.id);
    if (token) token.scopes = [docx];
    await failToSave(extension, feishu);
    const line = (await openedSettings(extension)).locator('.scope.missed');
    await expect(line).toContainText(boardScope);
  });
});

/** Right-clicks a board and has it saved, which fails. */
async function failToSave(extension: ExtensionBrowser, feishu: Feishu): Promise<void> {
  const page = await extension.context.newPage();
  await page.goto(at.feishu.address);
  await expect.poll(() => page.evaluate(() => 'PageMain' in window)).toBe(true);
  const [first] = await servedBoards(feishu, 'DocBoardTrouble000000000001');
  await rightClickBoard(page, first?.blockId ?? '');
  await chooseMenuItem(extension, page, 'save-board');
}

async function openedSettings({ context }: ExtensionBrowser): Promise<Page> {
  const isSettings = (page: Page): boolean => page.url().endsWith('/options.html');
  await expect.poll(() => context.pages().some(isSettings)).toBe(true);
  const page = context.pages().find(isSettings);
  if (!page) throw new Error('the settings are not open');
  return page;
}

test.describe('a sign-in goes on', () => {
  test('when the network comes back', async ({ feishu, firstPage, person, words }) => {
    await signInWithApp(firstPage, at.feishu.app, words);
    const page = await person.page(/^Authorize /);
    feishu.faults.add({ match: { path: '/oauth/v3/token' }, kind: 'reset', times: 4 });
    await page.bringToFront();
    await person.answer(/^Authorize /, 'Authorize');
    await expect(firstPage.account('feishu')).toContainText('陈晓');
  });

  test('when the page that began it is closed', async ({ extension, firstPage, person, words }) => {
    await signInWithApp(firstPage, at.feishu.app, words);
    const page = await person.page(/^Authorize /);
    await firstPage.page.close();
    await page.bringToFront();
    await person.answer(/^Authorize /, 'Authorize');
    const again = optionsPage(await openOptions(extension), words);
    await expect(again.account('feishu')).toContainText('陈晓');
  });

  test('when the worker dies between two questions', async ({ feishu, firstPage, person, words }) => {
    await firstPage.page.getByRole('button', { name: words('sign_in_create'), exact: true }).click();
    await person.page(/^Create your app$/);
    await stopWorkers(firstPage.page);
    await person.answer(/^Create your app$/, 'Create');
    // The next page is opened by a worker that has to be woken for it.
    await person.page(/^Authorize /);
    await stopWorkers(firstPage.page);
    await person.answer(/^Authorize /, 'Authorize');
    await expect(firstPage.account('feishu')).toContainText('陈晓');
    expect(feishu.store.signIn.registrations.size).toBe(1);
  });
});

const refreshes = ({ requests }: Feishu): number =>
  requests.filter(({ asks }) => asks === 'refresh_token').length;

test.describe('a token that has expired', () => {
  const checkout = addressOf('DocCheckout0000000000000001');

  test('is renewed once for all who need it', async ({
    feishu,
    firstPage,
    openDocument,
    person,
    popupOver,
    words,
  }) => {
    await signInWithApp(firstPage, at.feishu.app, words);
    await person.answer(/^Authorize /, 'Authorize');
    await expect(firstPage.account('feishu')).toBeVisible();
    feishu.clock.advance(7_200_000);
    const popup = await popupOver(await openDocument(checkout));
    await expect(popup.rows.locator('img').first()).toBeVisible();
    await popup.saveAll(await popup.rows.count());
    await popup.expectJob('done');
    expect(refreshes(feishu)).toBe(1);
  });

  test('is renewed once when the worker dies right after the answer was sent', async ({
    extension,
    feishu,
    firstPage,
    openDocument,
    person,
    popupOver,
    words,
  }) => {
    await signInWithApp(firstPage, at.feishu.app, words);
    await person.answer(/^Authorize /, 'Authorize');
    await expect(firstPage.account('feishu')).toBeVisible();
    feishu.clock.advance(7_200_000);
    let answer = (): void => {};
    const until = new Promise<void>((resolve) => {
      answer = resolve;
    });
    feishu.faults.add({ match: { path: '/oauth/v3/token' }, kind: 'delay', until });
    const popup = await popupOver(await openDocument(checkout));
    await expect.poll(() => refreshes(feishu)).toBe(1);
    await stopWorkers(firstPage.page);
    answer();
    await expect(popup.rows.locator('img').first()).toBeVisible();
    await popup.saveAll(await popup.rows.count());
    await popup.expectJob('done');
    expect(refreshes(feishu)).toBe(1);
    expect(extension.context.pages()).toContain(popup.page);
  });

  test('asks for a new sign-in where it cannot be renewed, and forgets nothing else', async ({
    feishu,
    firstPage,
    openDocument,
    person,
    popupOver,
    words,
  }) => {
    await signInWithApp(firstPage, at.feishu.app, words);
    await person.answer(/^Authorize /, 'Authorize');
    await expect(firstPage.account('feishu')).toBeVisible();
    feishu.clock.advance(8 * 24 * 3_600_000);
    const popup = await popupOver(await openDocument(checkout));
    await popup.expectProblem('sign-in-again');
    await firstPage.page.reload();
    await firstPage.page.bringToFront();
    await expect(firstPage.account('feishu')).toContainText(words('account_ended'));
    await firstPage.page.getByRole('button', { name: words('sign_in_renew'), exact: true }).click();
    await person.answer(/^Authorize /, 'Authorize');
    await expect(firstPage.account('feishu')).toContainText(words('account_renews'));
    await popup.page.reload();
    await popup.page.bringToFront();
    await expect(popup.rows.locator('img').first()).toBeVisible();
  });
});

test('signing out revokes at the server and leaves nothing', async ({ feishu, firstPage, person, words }) => {
  await signInWithApp(firstPage, at.feishu.app, words);
  await person.answer(/^Authorize /, 'Authorize');
  await expect(firstPage.account('feishu')).toBeVisible();
  const given = [...feishu.store.signIn.refreshTokens.values()];
  await firstPage.page.bringToFront();
  await firstPage.signOut('feishu');
  await expect(firstPage.account('feishu')).toHaveCount(0);
  expect(given.map(({ state }) => state)).toEqual(['revoked']);
  expect(feishu.store.tokens().filter(({ session }) => session)).toEqual([]);
});

test('no token and no secret lies or is told in clear', async ({
  extension,
  feishu,
  firstPage,
  person,
  words,
}) => {
  const logs: string[] = [];
  for (const worker of extension.context.serviceWorkers()) {
    worker.on('console', (message) => logs.push(message.text()));
  }
  extension.context.on('console', (message) => logs.push(message.text()));
  extension.context.on('weberror', (error) => logs.push(String(error.error())));
  await firstPage.page.getByRole('button', { name: words('sign_in_create'), exact: true }).click();
  await person.answer(/^Create your app$/, 'Create');
  await person.answer(/^Authorize /, 'Authorize');
  await expect(firstPage.account('feishu')).toContainText(words('account_renews'));
  await firstPage.paste('lark', at.lark.token);
  await expect(firstPage.account('lark')).toBeVisible();
  await firstPage.page.bringToFront();
  await firstPage.page.getByLabel(words('options_forget')).check();
  await expect
    .poll(() => readDatabases(firstPage.page).then((all) => all['board-saver-account'] ?? ''))
    .not.toMatch(/[^\s]/);
  const forgotten = await storages(extension);
  await firstPage.page.getByLabel(words('options_forget')).uncheck();
  await expect
    .poll(() => readDatabases(firstPage.page).then((all) => all['board-saver-account'] ?? ''))
    .toMatch(/[^\s]/);

  const app = feishu.store.apps().find(({ id }) => !id.startsWith('cli_demo'));
  const secrets = [
    app?.secret ?? '',
    ...feishu.store
      .tokens()
      .filter(({ session }) => session)
      .map(({ token }) => token),
    ...feishu.store.signIn.refreshTokens.keys(),
    ...feishu.store.signIn.devices.keys(),
    ...feishu.store.signIn.registrations.keys(),
    at.lark.token,
  ];
  expect(secrets.length).toBeGreaterThanOrEqual(6);
  const places = {
    databases: await readDatabases(firstPage.page),
    storages: await storages(extension),
    forgotten,
    page: await firstPage.page.content(),
    addresses: extension.context.pages().map((page) => page.url()),
    requests: feishu.requests,
    logs,
  };
  expect(JSON.stringify(places.databases)).toContain('board-saver-account');
  for (const [place, content] of Object.entries(places)) {
    for (const secret of secrets) expect(JSON.stringify(content), place).not.toContain(secret);
  }
});

function storages({ worker }: ExtensionBrowser): Promise<object[]> {
  return worker.evaluate(() =>
    Promise.all(
      [chrome.storage.local, chrome.storage.session, chrome.storage.sync].map((area) => area.get(null)),
    ),
  );
}

test('who wants so is forgotten when the browser closes', async ({ feishu, words }) => {
  const profile = await mkdtemp(join(tmpdir(), 'board-saver-forget-'));
  try {
    const before = await launchExtension({ port: feishu.port, profile });
    const settings = optionsPage(await openOptions(before), words);
    await settings.page.bringToFront();
    await settings.page.getByLabel(words('options_forget')).check();
    await settings.paste('feishu', at.feishu.token);
    await expect(settings.account('feishu')).toContainText('陈晓');
    await before.close();

    const after = await launchExtension({ port: feishu.port, profile });
    const again = optionsPage(await openOptions(after), words);
    await again.page.bringToFront();
    await expect(again.page.getByText(words('sign_in_paste'), { exact: true })).toBeVisible();
    await expect(again.account('feishu')).toHaveCount(0);
    await after.close();
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
});
