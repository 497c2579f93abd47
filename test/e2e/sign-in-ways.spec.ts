import { createHash } from 'node:crypto';
import type { Locator } from '@playwright/test';
import { numberedName, reloadPage } from '../browser/drive-extension';
import { extensionId } from '../browser/firefox/profile';
import type { OptionsPage } from '../browser/options-page';
import type { Product } from '../browser/launch-extension';
import type { Words } from '../browser/words';
import { expect, inFirefox, test } from './sign-in-fixtures';
import type { Person } from './sign-in-person';
import { at, type App, haveAppMade } from './sign-in-world';

/** From a first run to the first saved board, in each of the ways in, and how many clicks and pastes it takes. */

async function pasteApp({ page }: OptionsPage, person: Person, words: Words, app: App): Promise<void> {
  // Whoever comes back from another window has this one in front; without a window manager nobody sees to that.
  await page.bringToFront();
  const way = page.locator('details[data-way=app]');
  await person.click(way.getByText(words('sign_in_with_app'), { exact: true }));
  await person.paste(way.getByLabel(words('sign_in_app_id'), { exact: true }), app.id);
  await person.paste(way.getByLabel(words('sign_in_app_secret'), { exact: true }), app.secret);
}

async function useApp(settings: OptionsPage, person: Person, words: Words, app: App): Promise<void> {
  await pasteApp(settings, person, words, app);
  await person.click(settings.page.getByRole('button', { name: words('sign_in_go'), exact: true }));
  await person.answer(/^Authorize /, 'Authorize');
}

async function pasteToken({ page }: OptionsPage, person: Person, words: Words, token: string): Promise<void> {
  const way = page.locator('details[data-way=token]');
  await person.click(way.getByText(words('sign_in_paste'), { exact: true }));
  await person.paste(way.getByLabel(words('options_token'), { exact: true }), token);
  await person.click(way.getByRole('button', { name: words('options_sign_in'), exact: true }));
}

/** The same on every machine: they are made of the extension's id. */
const redirectUrls: Record<Product, string> = {
  chromium: 'https://pmkgndafingapakekjfgjcflakcafcom.chromiumapp.org/',
  firefox: `https://${createHash('sha1').update(extensionId).digest('hex')}.extensions.allizom.org/`,
};

/** What was clicked and pasted since the last time. */
function count(person: Person): [clicks: number, pastes: number] {
  const { clicks, pastes } = person;
  Object.assign(person, { clicks: 0, pastes: 0 });
  return [clicks, pastes];
}

test.describe('at Feishu', () => {
  const { address, app, file, name, token } = at.feishu;

  test('an app is made, and a board saved, with four clicks', async ({
    feishu,
    firstPage,
    person,
    saveFirstBoard,
    words,
  }) => {
    await haveAppMade(firstPage, person, words);
    await expect(firstPage.account('feishu')).toContainText(name);
    await expect(firstPage.account('feishu')).toContainText(words('account_renews'));
    await firstPage.expectScope('feishu', 'board:whiteboard:node:read', 'held');
    await firstPage.expectScope('feishu', 'docx:document:readonly', 'missing');
    await saveFirstBoard(address, file);
    expect(count(person)).toEqual([4, 0]);
    const made = feishu.store.apps().find(({ id }) => !id.startsWith('cli_demo'));
    expect(made?.scopes).toEqual(['board:whiteboard:node:read', 'offline_access']);
  });

  test('an app is made where the page calls its link expired', async ({
    feishu,
    firstPage,
    person,
    words,
  }) => {
    feishu.store.signIn.launcherBroken.feishu = true;
    const { page } = firstPage;
    await person.click(page.getByRole('button', { name: words('sign_in_create'), exact: true }));
    await person.page(/^Link expired/);
    await page.bringToFront();
    await person.click(page.getByRole('link', { name: words('sign_in_other_page'), exact: true }));
    await person.answer(/^Create your app$/, 'Create');
    await person.answer(/^Authorize /, 'Authorize');
    await expect(firstPage.account('feishu')).toContainText(name);
    const made = feishu.store.apps().find(({ id }) => !id.startsWith('cli_demo'));
    expect(made?.scopes).toEqual(['board:whiteboard:node:read', 'offline_access']);
  });

  test('one signs in with an app that one has', async ({
    firstPage,
    installBeside,
    person,
    saveFirstBoard,
    words,
  }) => {
    await installBeside(address);
    await useApp(firstPage, person, words, app);
    await expect(firstPage.account('feishu')).toContainText(name);
    await saveFirstBoard(address, file);
    expect(count(person)).toEqual([4, 2]);
  });

  test('one pastes a token', async ({ firstPage, installBeside, person, saveFirstBoard, words }) => {
    await installBeside(address);
    await pasteToken(firstPage, person, words, token);
    await expect(firstPage.account('feishu')).toContainText(name);
    await expect(firstPage.account('feishu')).toContainText(words('account_lasts_briefly'));
    await saveFirstBoard(address, file);
    expect(count(person)).toEqual([3, 1]);
  });
});

test(
  'at Lark, each of the three ways takes as little',
  inFirefox,
  async ({ extension, feishu, firstPage, installBeside, person, saveFirstBoard, words }) => {
    // Three tests in one: of what takes time in Firefox, starting takes most.
    test.setTimeout(180_000);
    const { address, app, file, name, token } = at.lark;
    const leave = async (): Promise<void> => {
      await firstPage.page.bringToFront();
      await firstPage.signOut('lark');
      await expect(firstPage.account('lark')).toHaveCount(0);
    };
    const again = (n: number): string => numberedName(extension, file, n);
    // Who is at home at Lark need not choose it: the app that is made tells.
    feishu.store.signIn.loggedIn.feishu = feishu.store.user('ou_kim');
    await haveAppMade(firstPage, person, words);
    await expect(firstPage.account('lark')).toContainText(name);
    await saveFirstBoard(address, file);
    expect(count(person)).toEqual([4, 0]);

    await leave();
    await installBeside(address);
    await useApp(firstPage, person, words, app);
    await expect(firstPage.account('lark')).toContainText(name);
    await saveFirstBoard(address, again(1));
    expect(count(person)).toEqual([4, 2]);

    await leave();
    await reloadPage(firstPage.page);
    await pasteToken(firstPage, person, words, token);
    await expect(firstPage.account('lark')).toContainText(name);
    await saveFirstBoard(address, again(2));
    expect(count(person)).toEqual([3, 1]);
  },
);

test('an app is made from the popup, which finds the sign-in again when it was closed in the middle', async ({
  firstPage,
  openDocument,
  person,
  popupOver,
  words,
}) => {
  await firstPage.page.close();
  const document = await openDocument(at.feishu.address);
  const first = await popupOver(document);
  await first.expectProblem('not-signed-in');
  await person.click(first.page.getByRole('button', { name: words('sign_in_create'), exact: true }));
  await person.page(/^Create your app$/);
  await first.page.close();
  const popup = await popupOver(document);
  await expect(popup.page.getByText(words('sign_in_registering'))).toBeVisible();
  await person.answer(/^Create your app$/, 'Create');
  await person.answer(/^Authorize /, 'Authorize');
  await popup.page.bringToFront();
  const signedIn = words('account_signed_in_as', words('brand_feishu'), at.feishu.name);
  await expect(popup.page.getByRole('button', { name: signedIn, exact: true })).toBeVisible();
  await person.click(
    popup.page.getByRole('button', { name: words('popup_save_named', 'Fine'), exact: true }),
  );
  await popup.expectRowSaved('Fine');
  expect(count(person)).toEqual([4, 0]);
});

test.describe('by redirect', () => {
  const { address, app, file, name } = at.feishu;
  const redirect = ({ page }: OptionsPage, words: Words): Locator =>
    page.getByRole('button', { name: words('sign_in_redirect'), exact: true });

  test(
    'one is led where the page of the first step is not there, and told of a URL that the app does not know',
    inFirefox,
    async ({ extension, feishu, firstPage, person, words }) => {
      const { page } = firstPage;
      feishu.store.changeApp(app.id, { devicePageMissing: true });
      await pasteApp(firstPage, person, words, app);
      await page.getByRole('button', { name: words('sign_in_go'), exact: true }).click();
      const isMissing = ({ host, status }: { host: string; status: number }): boolean =>
        host === 'accounts.feishu.cn' && status === 404;
      await expect.poll(() => feishu.requests.some(isMissing)).toBe(true);
      await page.bringToFront();
      await expect(page.getByText(words('sign_in_page_missing'))).toBeVisible();
      await page.getByRole('button', { name: words('sign_in_cancel'), exact: true }).click();

      // The app does not know the URL yet, which is always the same.
      await pasteApp(firstPage, person, words, app);
      const url = redirectUrls[extension.product];
      await expect(page.getByText(url).first()).toBeVisible();
      await redirect(firstPage, words).click();
      await (await person.page(/20029/)).close();
      await firstPage.expectError('sign-in-window-closed');
      await expect(page.locator('.failed code')).toHaveText(url);
    },
  );

  test(
    'one may say no, and signs in with four clicks and two pastes',
    inFirefox,
    async ({ extension, feishu, firstPage, person, saveFirstBoard, words }) => {
      const url = redirectUrls[extension.product];
      feishu.store.changeApp(app.id, { redirectUrls: [url] });
      await pasteApp(firstPage, person, words, app);
      await redirect(firstPage, words).click();
      await person.answer(/^Authorize /, 'Deny');
      await firstPage.expectError('sign-in-denied');
      await expect(firstPage.account('feishu')).toHaveCount(0);

      count(person);
      await pasteApp(firstPage, person, words, app);
      await person.click(redirect(firstPage, words));
      await person.answer(/^Authorize /, 'Authorize');
      await expect(firstPage.account('feishu')).toContainText(name);
      await expect(firstPage.account('feishu')).toContainText(words('account_renews'));
      expect(extension.context.pages().filter((each) => each.url().includes('authorize'))).toEqual([]);
      // The browser catches the answer; Firefox when it hears of the request (`ext-identity.js`), which may have left then.
      const leaks = feishu.requests.filter(({ host }) => host === new URL(url).hostname).length;
      expect(leaks).toBeLessThanOrEqual(extension.product === 'firefox' ? 1 : 0);
      await saveFirstBoard(address, file);
      expect(count(person)).toEqual([4, 2]);
    },
  );
});
