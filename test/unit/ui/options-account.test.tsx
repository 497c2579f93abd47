// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { AppError } from '../../../components/errors';
import type {
  AccountCheck,
  AccountStatus,
  SignInProgress,
} from '../../../components/messaging/account-replies';
import { settings } from '../../../components/settings/settings';
import { t } from '../../../components/i18n/t';
import { scopeWords } from '../../../components/ui/options/scope-words';
import type { CompanyApp } from '../../../components/ui/options/options-deps';
import { setLocale } from '../i18n/fake-i18n';
import { now } from './fake-background';
import { check, liNa, openOptions } from './open-options';
import { button, clearPage, click, find, pageText, settle, type } from './page';

beforeEach(() => {
  setLocale('en');
  fakeBrowser.reset();
});
afterEach(clearPage);

const token = (): HTMLInputElement => find<HTMLInputElement>('[data-way=token] input');

describe('signing in', () => {
  it('hides the token as it is typed, and shows it on request', async () => {
    await openOptions();
    expect(token().type).toBe('password');
    expect(token().autocomplete).toBe('off');
    await click(button('Show token'));
    expect(token().type).toBe('text');
  });

  it('sends the token for the chosen brand, then forgets it and shows who it is', async () => {
    let accounts: AccountStatus[] = [];
    const background = await openOptions({
      'account/status': () => accounts,
      'account/sign-in': () => {
        accounts = [liNa];
        return check;
      },
    });
    await click(find('input[value=lark]'));
    await type(token(), '  u-secret\n');
    await click(button('Check and sign in'));
    expect(background.asked('account/sign-in')).toEqual([{ brand: 'lark', token: 'u-secret' }]);
    expect(token().value).toBe('');
    expect(pageText()).toContain('Li Na');
    expect(await settings.defaultBrand.get()).toBe('lark');
  });

  it('keeps the token and says why where it is not accepted', async () => {
    await openOptions({
      'account/sign-in': () => {
        throw new AppError('token-expired');
      },
    });
    await type(token(), 'u-old');
    await click(button('Check and sign in'));
    expect(find('[role=alert]').textContent).toContain('Your sign-in has expired.');
    expect(token().value).toBe('u-old');
  });

  it('asks nobody about an empty token', async () => {
    const background = await openOptions();
    await click(button('Check and sign in'));
    expect(find('[role=alert]').textContent).toContain('does not look like an access token');
    expect(background.asked('account/sign-in')).toEqual([]);
  });
});

describe('an account', () => {
  it('is checked on request: what works, and where to get the rest', async () => {
    const background = await openOptions({ 'account/status': () => [liNa], 'account/check': () => check });
    expect(background.asked('account/check')).toEqual([]);
    await click(button('Check'));
    const states = [...document.querySelectorAll<HTMLElement>('.scope')].map((each) => each.dataset['state']);
    expect(states).toEqual(['held', 'missing', 'unknown']);
    expect(find<HTMLAnchorElement>('.scope a').href).toBe('https://open.feishu.cn/grant');
    expect(pageText()).toContain('The server cannot be reached.');
  });

  it('is left by signing out', async () => {
    let accounts = [liNa];
    const background = await openOptions({
      'account/status': () => accounts,
      'account/sign-out': () => {
        accounts = [];
        return null;
      },
    });
    await click(button('Sign out'));
    expect(background.asked('account/sign-out')).toEqual([{ brand: 'feishu' }]);
    expect(pageText()).not.toContain('Li Na');
    expect(find('output.visually-hidden').textContent).toBe('Signed out.');
  });
});

describe('the ways in', () => {
  const progress: SignInProgress = {
    id: '1',
    way: 'create',
    brand: 'feishu',
    step: 'registering',
    expiresAt: now + 240_000,
    pageUrl: 'https://open.feishu.cn/page/launcher',
    userCode: 'ABCD-1234',
  };

  it('ask for one permission unless the user wants more', async () => {
    const background = await openOptions();
    await click(button('Create my app and sign in'));
    await click(find('input[value="wiki:node:read"]'));
    await click(button('Create my app and sign in'));
    const [board, wiki] = ['board:whiteboard:node:read', 'wiki:node:read'];
    expect(background.asked('sign-in/begin')).toEqual([
      { way: 'create', brand: 'feishu', scopes: [board] },
      { way: 'create', brand: 'feishu', scopes: [board, wiki] },
    ]);
  });

  it('take an app, and keep its secret no longer than it takes', async () => {
    const background = await openOptions();
    const [id, secret] = [...document.querySelectorAll<HTMLInputElement>('[data-way=app] input')];
    if (!id || !secret) throw new Error('no fields');
    await type(id, ' cli_a1b2c3d4e5 ');
    expect(document.activeElement).toBe(secret);
    await type(secret, 'my-secret\n');
    await click(button('Sign in'));
    expect(background.asked('sign-in/begin')).toMatchObject([
      { way: 'device', app: { id: 'cli_a1b2c3d4e5', secret: 'my-secret' } },
    ]);
    expect(secret.value).toBe('');
    await click(button('Copy Redirect URL'));
    expect(background.copied).toEqual(['https://abc.chromiumapp.org/']);
  });

  it('begin with the company’s app where there is one', async () => {
    const company: CompanyApp = { brand: 'lark', app: { id: 'cli_c', secret: 's' }, scopes: ['a:b'] };
    const background = await openOptions({}, company);
    await click(button('Use my company’s app'));
    expect(background.asked('sign-in/begin')).toEqual([
      { way: 'device', brand: 'lark', app: company.app, scopes: ['a:b'] },
    ]);
  });

  it('give way to what is waited for, and come back with what went wrong', async () => {
    const background = await openOptions();
    await settle(() => background.push('signIn', progress));
    expect(pageText()).toContain('The page shows the code ABCD-1234.');
    expect(pageText()).not.toContain('Paste a token');
    await click(button('Show the page'));
    expect(background.asked('sign-in/show')).toHaveLength(1);
    await settle(() =>
      background.push('signIn', { ...progress, step: 'failed', error: { code: 'sign-in-denied' } }),
    );
    expect(find('[role=alert]').textContent).toContain('The request to sign in was declined.');
    expect(pageText()).toContain('Paste a token');
  });

  it.each([
    ['launcher?user_code=A', 'cli?user_code=A'],
    ['cli?user_code=A', 'launcher?user_code=A'],
  ])('lead from the page %s, where its link has expired, to %s', async (opened, other) => {
    const background = await openOptions();
    const pageAt = (path: string): string => `https://open.feishu.cn/page/${path}`;
    await settle(() => background.push('signIn', { ...progress, pageUrl: pageAt(opened) }));
    expect(find<HTMLAnchorElement>('[data-action=other-page]').href).toBe(pageAt(other));
    await settle(() => background.push('signIn', { ...progress, step: 'authorizing' }));
    expect(document.querySelector('[data-action=other-page]')).toBeNull();
  });

  it('lead to no other page where they are at one that is not known', async () => {
    const background = await openOptions();
    const pageUrl = 'https://open.feishu.cn/page/new';
    await settle(() => background.push('signIn', { ...progress, pageUrl }));
    expect(button('Show the page')).toBeTruthy();
    expect(document.querySelector('[data-action=other-page]')).toBeNull();
  });

  it('end with a check of what works', async () => {
    let accounts: AccountStatus[] = [];
    const background = await openOptions({
      'account/status': () => accounts,
      'account/check': () => check,
    });
    await settle(() => background.push('signIn', progress));
    accounts = [liNa];
    await settle(() => background.push('signIn', { ...progress, step: 'done' }));
    expect(background.asked('account/check')).toEqual([{ brand: 'feishu' }]);
    expect(pageText()).toContain('Li Na');
  });
});

describe('the doctor', () => {
  const withApp: AccountCheck = {
    ...check,
    appId: 'cli_a',
    granted: ['board:whiteboard:node:read', 'offline_access'],
    scopes: [
      ...check.scopes.slice(0, 1),
      { scope: 'docx:document:readonly', state: 'missing', error: { code: 'user-scope-missing' } },
      {
        scope: 'wiki:node:read',
        state: 'missing',
        helpUrl: 'https://open.feishu.cn/grant',
        error: { code: 'app-scope-missing' },
      },
    ],
  };

  const states = ['held', 'missing', 'unknown'] as const;
  const lines = Object.entries(scopeWords).flatMap(([scope, words]) =>
    states.map((state) => ({ scope, state, words })),
  );
  it.each(lines)(
    'says of $scope that is $state what it is for, and what is lost',
    async ({ scope, state, words }) => {
      const one: AccountCheck = { ...liNa, scopes: [{ scope, state }] };
      await openOptions({ 'account/status': () => [liNa], 'account/check': () => one });
      await click(button('Check'));
      const text = find('.scope').textContent ?? '';
      for (const part of [scope, t(`options_scope_${state}`), t(words.purpose)]) expect(text).toContain(part);
      expect(text.includes(t('doctor_without', t(words.loss)))).toBe(state !== 'held');
    },
  );

  it.each(['en', 'zh_CN', 'zh_TW', 'ja'] as const)(
    'has a message to forward in the user’s language: %s',
    async (locale) => {
      setLocale(locale);
      const background = await openOptions({
        'account/status': () => [liNa],
        'account/check': () => withApp,
      });
      await click(button(t('options_check')));
      await click(button(t('copy_named', t('doctor_ask'))));
      const link = 'https://open.feishu.cn/grant';
      const scopes = 'docx:document:readonly, wiki:node:read';
      expect(background.copied).toEqual([t('doctor_message', ['cli_a', scopes, link])]);
      for (const part of ['cli_a', scopes, link]) expect(background.copied[0]).toContain(part);
    },
  );

  it('has what the user did not grant granted by signing in, and the rest in the console', async () => {
    const background = await openOptions({ 'account/status': () => [liNa], 'account/check': () => withApp });
    await click(button('Check'));
    await click(button('Sign in to grant docx:document:readonly'));
    expect(background.asked('sign-in/begin')).toEqual([
      { way: 'device', brand: 'feishu', scopes: ['board:whiteboard:node:read', 'docx:document:readonly'] },
    ]);
    expect(find<HTMLAnchorElement>('.scope a').href).toBe('https://open.feishu.cn/grant');
    expect(pageText()).toContain('Without it: boards are listed as far as the page knows them');
  });

  it('copies what the console imports, and a message that can be forwarded', async () => {
    const background = await openOptions({ 'account/status': () => [liNa], 'account/check': () => withApp });
    await click(button('Check'));
    await click(button('Copy Add the missing ones at once'));
    await click(button('Copy Ask your administrator'));
    const [batch = '', message = ''] = background.copied;
    expect(JSON.parse(batch)).toEqual({
      scopes: { tenant: [], user: ['docx:document:readonly', 'wiki:node:read'] },
    });
    for (const part of ['cli_a', 'docx:document:readonly, wiki:node:read', 'https://open.feishu.cn/grant']) {
      expect(message).toContain(part);
    }
  });

  it('offers a new sign-in where the old one has ended', async () => {
    const ended = { ...liNa, ended: true, appId: 'cli_a', granted: ['wiki:node:read'] };
    const background = await openOptions({ 'account/status': () => [ended] });
    expect(pageText()).toContain('Sign-in has ended');
    await click(button('Sign in again'));
    expect(background.asked('sign-in/begin')).toEqual([
      { way: 'device', brand: 'feishu', scopes: ['board:whiteboard:node:read', 'wiki:node:read'] },
    ]);
  });
});
