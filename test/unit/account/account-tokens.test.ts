import { describe, expect, it } from 'vitest';
import type { Account } from '../../../components/account/account';
import { accountsAt } from '../../../components/account/accounts-at';
import { createAccountTokens, renewBeforeMs } from '../../../components/account/account-tokens';
import { refreshAccount } from '../../../components/account/refresh-account';
import type { Brand } from '../../../components/boards/board';
import { AppError, type ErrorCode } from '../../../components/errors';
import { createAccountsClient } from '../../../components/feishu/accounts-client';
import { createFeishuClient } from '../../../components/feishu/client';
import { createFakeClock } from '../fakes/fake-clock';
import { createFakeLock } from '../fakes/fake-lock';
import { json, networkDown, scriptedFetch, type Scripted } from '../fakes/scripted-fetch';
import { codeOf } from '../feishu/setup';

const twoHours = 7_200_000;

/** A grant as the server gives it, the n-th. */
const granted = (n: number): Response =>
  json({
    code: 0,
    access_token: `u-token-${n}`,
    expires_in: 7200,
    refresh_token: `r-token-${n}`,
    refresh_token_expires_in: 604_800,
    scope: 'board:whiteboard:node:read offline_access',
    token_type: 'Bearer',
  });

const refusal = (code: number, status = 400): Response =>
  json({ code, error: 'invalid_grant', error_description: 'No.' }, status);

/** An account whose token has expired, and a server that answers refreshes with `script`. */
function setUp(script: Scripted[], change: Partial<Account> = {}) {
  const clock = createFakeClock();
  const accounts = new Map<Brand, Account>([
    [
      'feishu',
      {
        brand: 'feishu',
        token: 'u-token-0',
        tokenKind: 'user',
        refreshToken: 'r-token-0',
        expiresAt: clock.now() - 1,
        app: { id: 'cli_a', secret: 'secret' },
        accountId: 'ou_1',
        name: '小明',
        signedInAt: clock.now() - twoHours,
        ...change,
      },
    ],
  ]);
  const store = {
    get: async (brand: Brand) => accounts.get(brand),
    set: async (account: Account) => void accounts.set(account.brand, account),
  };
  const { fetch, sent } = scriptedFetch(...script);
  const client = createAccountsClient({ fetch, clock });
  const lock = createFakeLock();
  // Contexts share the disk and the lock, and nothing else.
  const newContext = () =>
    createAccountTokens({
      store,
      clock,
      refresh: (brand, stale) => refreshAccount({ store, client, clock, lock }, { brand, stale }),
    });
  return { clock, newContext, sent, store, tokens: newContext(), account: () => accounts.get('feishu') };
}

describe('a token that has expired', () => {
  it('is renewed once for twenty who ask at the same time, in two contexts', async () => {
    const { tokens, newContext, sent, account, clock } = setUp([granted(1)]);
    const other = newContext();
    const all = Array.from({ length: 20 }, (_, n) => (n % 2 ? tokens : other).getToken('feishu'));
    expect(new Set(await Promise.all(all))).toEqual(new Set(['u-token-1']));
    expect(sent).toHaveLength(1);
    expect(sent[0]?.url.href).toBe('https://accounts.feishu.cn/oauth/v3/token');
    expect(sent[0]?.init.body).toBe(
      'grant_type=refresh_token&refresh_token=r-token-0&client_id=cli_a&client_secret=secret',
    );
    expect(account()).toMatchObject({
      token: 'u-token-1',
      refreshToken: 'r-token-1',
      expiresAt: clock.now() + twoHours,
      accountId: 'ou_1',
      name: '小明',
    });
  });

  it('is renewed once for twenty whom the server has refused it', async () => {
    const { tokens, newContext, sent } = setUp([granted(1)], { expiresAt: undefined });
    const other = newContext();
    const all = Array.from({ length: 20 }, (_, n) =>
      (n % 2 ? tokens : other).renewToken('feishu', 'u-token-0'),
    );
    expect(new Set(await Promise.all(all))).toEqual(new Set([true]));
    expect(sent).toHaveLength(1);
  });

  it('is renewed five minutes before its end, and not earlier', async () => {
    const { tokens, clock, sent } = setUp([granted(1)], { expiresAt: 1_700_000_000_000 + twoHours });
    expect(await tokens.getToken('feishu')).toBe('u-token-0');
    await clock.advance(twoHours - renewBeforeMs - 1);
    expect(await tokens.getToken('feishu')).toBe('u-token-0');
    expect(sent).toHaveLength(0);
    await clock.advance(1);
    expect(await tokens.getToken('feishu')).toBe('u-token-1');
  });

  it('serves on while it can, where the server cannot be reached', async () => {
    const { tokens, clock } = setUp([networkDown, networkDown, granted(1)], {
      expiresAt: 1_700_000_000_000 + 60_000,
    });
    expect(await tokens.getToken('feishu')).toBe('u-token-0');
    await clock.advance(60_000);
    expect(await codeOf(tokens.getToken('feishu'))).toBe('network-failed');
    expect(await tokens.getToken('feishu')).toBe('u-token-1');
  });

  it('cannot be renewed where it was pasted', async () => {
    const { tokens, sent } = setUp([], { refreshToken: undefined, app: undefined });
    expect(await tokens.getToken('feishu')).toBe('u-token-0');
    expect(await tokens.renewToken('feishu', 'u-token-0')).toBe(false);
    expect(sent).toHaveLength(0);
  });

  it('is not asked for where nobody is signed in', async () => {
    const { tokens } = setUp([]);
    expect(await codeOf(tokens.getToken('lark'))).toBe('not-signed-in');
  });
});

describe('a renewal', () => {
  it('is tried again once on 20050', async () => {
    const { tokens, clock, sent } = setUp([refusal(20050, 500), granted(1)]);
    expect(await clock.runUntil(tokens.getToken('feishu'))).toBe('u-token-1');
    expect(sent).toHaveLength(2);
  });

  it('is given up on a second 20050, and the session is not', async () => {
    const { tokens, clock, account } = setUp([refusal(20050, 500), refusal(20050, 500)]);
    expect(await codeOf(clock.runUntil(tokens.getToken('feishu')))).toBe('server-error');
    expect(account()).toMatchObject({ token: 'u-token-0', refreshToken: 'r-token-0' });
  });

  it.each([20001, 20002, 20008, 20009, 20024, 20026, 20037, 20048, 20063, 20064, 20066, 20073, 20074, 29999])(
    'asks for a new sign-in on %i, and keeps who it was and the app',
    async (code) => {
      const { tokens, account, sent } = setUp([refusal(code)]);
      const refused = tokens.getToken('feishu');
      await expect(refused).rejects.toMatchObject({ code: 'sign-in-again', details: { apiCode: code } });
      expect(account()).toMatchObject({ accountId: 'ou_1', app: { id: 'cli_a' } });
      expect(account()).toMatchObject({ token: undefined, refreshToken: undefined });
      expect(await codeOf(tokens.getToken('feishu'))).toBe('sign-in-again');
      expect(sent).toHaveLength(1);
    },
  );

  it.each<[ErrorCode, Scripted]>([
    ['network-failed', networkDown],
    ['server-error', json({}, 502)],
    ['rate-limited', json({}, 429)],
    ['response-unreadable', json({ code: 0 })],
    ['response-unreadable', json({ code: 0, access_token: 'u-a\nb' })],
  ])('that meets %s leaves the account as it is', async (code, answer) => {
    const { tokens, account } = setUp([answer]);
    const before = account();
    expect(await codeOf(tokens.getToken('feishu'))).toBe(code);
    expect(account()).toEqual(before);
  });

  it('writes the new pair before anybody is given it', async () => {
    const { clock, store, account, sent } = setUp([granted(1), granted(2)]);
    let isFull = true;
    const full = {
      ...store,
      set: async (changed: Account) => {
        if (isFull) throw new AppError('storage-full');
        await store.set(changed);
      },
    };
    const { fetch } = scriptedFetch(granted(1), granted(2));
    const client = createAccountsClient({ fetch, clock });
    const deps = { store: full, client, clock, lock: createFakeLock() };
    const tokens = createAccountTokens({
      store: full,
      clock,
      refresh: (brand, stale) => refreshAccount(deps, { brand, stale }),
    });
    expect(await codeOf(tokens.getToken('feishu'))).toBe('storage-full');
    expect(account()).toMatchObject({ token: 'u-token-0' });
    isFull = false;
    expect(await tokens.getToken('feishu')).toBe('u-token-2');
    expect(sent).toHaveLength(0);
  });
});

describe('the token of a company’s own deployment', () => {
  const hosts = { open: 'open.acme.example', accounts: 'accounts.acme.example' };
  const elsewhere = { open: 'open.other.example', accounts: 'accounts.other.example' };
  const account: Account = {
    brand: 'company',
    hosts,
    token: 'u-works',
    tokenKind: 'user',
    accountId: 'ou_1',
    signedInAt: 1,
  };
  const store = {
    get: async () => account,
    set: async () => {},
    remove: async () => {},
    list: async () => [account],
  };
  const clock = createFakeClock();
  const tokens = createAccountTokens({ store, refresh: async () => undefined, clock });

  it('is given for its own hosts alone', async () => {
    expect(await tokens.getHosts('company')).toEqual(hosts);
    expect(await tokens.getToken('company', hosts)).toBe('u-works');
    expect(await codeOf(tokens.getToken('company', elsewhere))).toBe('not-signed-in');
    expect(await codeOf(tokens.getToken('company', { ...hosts, accounts: elsewhere.accounts }))).toBe(
      'not-signed-in',
    );
  });

  it('goes to its own host in each request, and to none where that is not known', async () => {
    const { fetch, sent } = scriptedFetch(json({ code: 0, data: { open_id: 'ou_1', name: 'Sato' } }));
    const client = createFeishuClient({
      brand: 'company',
      fetch,
      clock,
      random: () => 0.5,
      getHosts: () => tokens.getHosts('company'),
      getToken: (at) => tokens.getToken('company', at),
    });
    await client.getUserInfo();
    expect(sent.map(({ url }) => url.host)).toEqual([hosts.open]);
    const lost = createFeishuClient({
      brand: 'company',
      fetch,
      clock,
      random: () => 0.5,
      getToken: async () => 'u-works',
    });
    expect(await codeOf(lost.getUserInfo())).toBe('company-hosts-missing');
    expect(sent).toHaveLength(1);
  });

  it('is not there while another deployment is named, or none', async () => {
    for (const named of [elsewhere, { ...hosts, accounts: elsewhere.accounts }, undefined]) {
      const away = accountsAt(store, async () => named);
      expect(await away.get('company')).toBeUndefined();
      expect(await away.list()).toEqual([]);
    }
    expect(await accountsAt(store, async () => ({ ...hosts })).get('company')).toEqual(account);
  });
});
