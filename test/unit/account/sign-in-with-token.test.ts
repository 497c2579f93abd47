import { describe, expect, it } from 'vitest';
import type { Account } from '../../../components/account/account';
import type { IdentifyClient as SignInClient } from '../../../components/account/identify';
import { signInWithToken } from '../../../components/account/sign-in-with-token';
import type { Brand, Home } from '../../../components/boards/board';
import { AppError, type ErrorCode } from '../../../components/errors';
import { codeOf } from '../feishu/setup';

const userToken = 'u-abcdefghijkl';
const appToken = 't-abcdefghijkl';

function refuse(code: ErrorCode, apiCode?: number): () => Promise<never> {
  return () => Promise.reject(new AppError(code, { apiCode }));
}

function setUp(client: Partial<SignInClient>) {
  const stored: Account[] = [];
  const asked: { brand: Brand; token: string }[] = [];
  const deps = {
    store: { set: async (account: Account) => void stored.push(account) },
    clock: { now: () => 5 },
    createClient({ brand }: Home, token: string): SignInClient {
      const note = async (): Promise<void> => void asked.push({ brand, token });
      return {
        getUserInfo: async (options) => {
          await note();
          return (client.getUserInfo ?? refuse('unexpected'))(options);
        },
        downloadBoardImage: async (id, options) => {
          await note();
          return (client.downloadBoardImage ?? refuse('unexpected'))(id, options);
        },
      };
    },
  };
  return { deps, stored, asked };
}

describe('signInWithToken', () => {
  it('learns who a user is, and keeps the account', async () => {
    const { deps, stored, asked } = setUp({ getUserInfo: async () => ({ openId: 'ou_1', name: '小明' }) });
    const account = await signInWithToken(deps, { brand: 'lark', pasted: `Bearer ${userToken}` });
    expect(account).toEqual({
      brand: 'lark',
      token: userToken,
      tokenKind: 'user',
      accountId: 'ou_1',
      name: '小明',
      signedInAt: 5,
    });
    expect(stored).toEqual([account]);
    expect(asked).toEqual([{ brand: 'lark', token: userToken }]);
  });

  it('learns from a token that says so how long it lasts', async () => {
    const { deps } = setUp({ getUserInfo: async () => ({ openId: 'ou_1', name: '' }) });
    const payload = btoa(JSON.stringify({ exp: 1_900_000_000 })).replaceAll('=', '');
    const pasted = `eyJhbGciOiJFUzI1NiJ9.${payload}.c2lnbmF0dXJl`;
    expect(await signInWithToken(deps, { brand: 'feishu', pasted })).toMatchObject({
      expiresAt: 1_900_000_000_000,
    });
  });

  it('does without a name', async () => {
    const { deps } = setUp({ getUserInfo: async () => ({ openId: 'ou_1', name: '' }) });
    expect(await signInWithToken(deps, { brand: 'feishu', pasted: userToken })).not.toHaveProperty('name');
  });

  it.each<ErrorCode>(['token-invalid', 'token-expired', 'network-failed', 'timed-out', 'api-error-unknown'])(
    'keeps nothing of a user’s token that meets %s',
    async (code) => {
      const { deps, stored } = setUp({ getUserInfo: refuse(code) });
      expect(await codeOf(signInWithToken(deps, { brand: 'feishu', pasted: userToken }))).toBe(code);
      expect(stored).toEqual([]);
    },
  );

  it('asks nothing of the server with what is no token', async () => {
    const { deps, stored, asked } = setUp({});
    expect(await codeOf(signInWithToken(deps, { brand: 'feishu', pasted: 'secret' }))).toBe(
      'token-malformed',
    );
    expect([...stored, ...asked]).toEqual([]);
  });

  it.each<[ErrorCode, number]>([
    ['board-missing', 2890003],
    ['board-id-invalid', 2890001],
    ['board-forbidden', 2890005],
    ['app-scope-missing', 99991672],
    ['user-scope-missing', 99991679],
    ['rate-limited', 2890006],
    ['server-error', 2891001],
    // "field validation failed", and whatever else a service may say that lies behind the gateway.
    ['api-error-unknown', 99992402],
    ['api-error-unknown', 4711],
  ])('sees by %s (%d) that an app’s token is alive, and tells apps apart by it', async (code, apiCode) => {
    const { deps, stored } = setUp({ downloadBoardImage: refuse(code, apiCode) });
    const one = await signInWithToken(deps, { brand: 'feishu', pasted: appToken });
    const other = await signInWithToken(deps, { brand: 'feishu', pasted: `${appToken}2` });
    expect(one).toMatchObject({
      tokenKind: 'tenant',
      accountId: expect.stringMatching(/^app-[0-9a-f]{16}$/),
    });
    expect(one.accountId).not.toBe(other.accountId);
    expect(stored).toHaveLength(2);
  });

  it.each<[ErrorCode, number | undefined]>([
    ['token-invalid', 99991663],
    ['token-missing', 99991661],
    ['app-disabled', 99991662],
    ['app-not-installed', 99991673],
    ['rate-limited', 99991400],
    ['board-auth-failed', 2890004],
    // A code of the gateway that nobody has told us of.
    ['api-error-unknown', 99991669],
    // Nobody has answered, or somebody between.
    ['api-error-unknown', undefined],
    ['network-failed', undefined],
    ['endpoint-missing', undefined],
    ['response-not-image', undefined],
  ])('keeps nothing of an app’s token that meets %s (%s)', async (code, apiCode) => {
    const { deps, stored } = setUp({ downloadBoardImage: refuse(code, apiCode) });
    expect(await codeOf(signInWithToken(deps, { brand: 'feishu', pasted: appToken }))).toBe(code);
    expect(stored).toEqual([]);
  });

  it('keeps nothing when cancelled while the server thinks', async () => {
    const abort = new AbortController();
    const { deps, stored } = setUp({
      getUserInfo: async () => {
        abort.abort();
        return { openId: 'ou_1', name: '' };
      },
    });
    const signIn = signInWithToken(deps, { brand: 'feishu', pasted: userToken, signal: abort.signal });
    expect(await codeOf(signIn)).toBe('cancelled');
    expect(stored).toEqual([]);
  });

  it('does not believe an id that is no part of a key', async () => {
    const { deps } = setUp({ getUserInfo: async () => ({ openId: '../ou_1', name: '' }) });
    expect(await codeOf(signInWithToken(deps, { brand: 'feishu', pasted: userToken }))).toBe(
      'response-unreadable',
    );
  });
});
