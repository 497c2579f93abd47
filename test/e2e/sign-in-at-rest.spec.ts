import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOptions } from '../browser/drive-extension';
import { type ExtensionBrowser, launchExtension } from '../browser/launch-extension';
import { optionsPage } from '../browser/options-page';
import { readDatabases } from '../browser/read-databases';
import { expect, test } from './sign-in-fixtures';
import { at, haveAppMade } from './sign-in-world';

declare const chrome: {
  storage: Record<'local' | 'session' | 'sync', { get(keys: null): Promise<object> }>;
};

test('no token and no secret lies or is told in clear, and signing out leaves none', async ({
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
  await haveAppMade(firstPage, person, words);
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

  // Signing out revokes at the server and leaves nothing.
  await firstPage.page.bringToFront();
  await firstPage.signOut('feishu');
  await expect(firstPage.account('feishu')).toHaveCount(0);
  expect([...feishu.store.signIn.refreshTokens.values()].map(({ state }) => state)).toEqual(['revoked']);
  expect(feishu.store.tokens().filter(({ session }) => session)).toEqual([]);
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
