// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { AppError } from '../../../components/errors';
import type { AccountCheck, AccountStatus } from '../../../components/messaging/protocol';
import { settings } from '../../../components/settings/settings';
import { Options } from '../../../components/ui/options/options';
import { setLocale } from '../i18n/fake-i18n';
import { createFakeBackground } from './fake-background';
import { button, clearPage, click, find, pageText, settle, show, type } from './page';

beforeEach(() => {
  setLocale('en');
  fakeBrowser.reset();
});
afterEach(clearPage);

const liNa: AccountStatus = { brand: 'feishu', signedIn: true, name: 'Li Na', tokenKind: 'user' };
const check: AccountCheck = {
  ...liNa,
  scopes: [
    { scope: 'board:whiteboard:node:read', state: 'held' },
    { scope: 'docx:document:readonly', state: 'missing', helpUrl: 'https://open.feishu.cn/grant' },
    { scope: 'wiki:node:read', state: 'unknown', error: { code: 'network-failed' } },
  ],
};

async function openOptions(answers: Parameters<typeof createFakeBackground>[0] = {}) {
  const background = createFakeBackground({
    'cache/usage': () => ({ images: 2, bytes: 3_000_000, budgetBytes: 200_000_000 }),
    ...answers,
  });
  let diagnosed = 0;
  const diagnose = (): void => void (diagnosed += 1);
  await show(<Options deps={{ send: background.send, settings, version: '1.2.3', diagnose }} />);
  return { ...background, diagnosed: () => diagnosed };
}

const token = (): HTMLInputElement => find<HTMLInputElement>('.token-field input');

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
    expect(find('output').textContent).toBe('Signed out.');
  });
});

describe('saved pictures', () => {
  it('are counted anew when somebody has signed out', async () => {
    let images = 2;
    await openOptions({
      'account/status': () => [liNa],
      'account/sign-out': () => {
        images = 0;
        return null;
      },
      'cache/usage': () => ({ images, bytes: 0, budgetBytes: 200_000_000 }),
    });
    expect(pageText()).toContain('2 pictures');
    await click(button('Sign out'));
    expect(pageText()).toContain('0 pictures');
  });

  it('are counted and cleared', async () => {
    await openOptions({ 'cache/clear': () => ({ images: 0, bytes: 0, budgetBytes: 200_000_000 }) });
    expect(pageText()).toContain('2 pictures, 3 MB of 200 MB');
    await click(button('Clear'));
    expect(pageText()).toContain('0 pictures, 0 kB of 200 MB');
    expect(button('Clear').disabled).toBe(true);
  });

  it('have a budget that is kept as chosen', async () => {
    await openOptions();
    const select = [...document.querySelectorAll('select')][0];
    await settle(() => {
      if (select) select.value = '500';
      select?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(await settings.cacheBudgetMb.get()).toBe(500);
  });
});

describe('the page', () => {
  it.each(['rightClick', 'toolbar'] as const)('switches %s', async (name) => {
    await openOptions();
    await click(find(`.switch[name="${name}"]`));
    expect(await settings[name].get()).toBe(false);
  });

  it('leads to the diagnosis of a page', async () => {
    const { diagnosed } = await openOptions();
    await click(button('Diagnose…'));
    expect(diagnosed()).toBe(1);
  });

  it('says its version and where data goes', async () => {
    await openOptions();
    expect(pageText()).toContain('Version 1.2.3');
    expect(pageText()).toContain('talks only to open.feishu.cn and open.larksuite.com');
  });
});
