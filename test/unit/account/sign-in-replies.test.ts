import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { account, type Account } from '../../../components/account/account';
import { AppError } from '../../../components/errors';
import { createAccountsClient, type AccountsClient } from '../../../components/feishu/accounts-client';
import { tokenFailureCodes } from '../../../components/feishu/token-failures';
import * as v from 'valibot';
import { refreshAccount } from '../../../components/account/refresh-account';
import { tokenErrorCodes } from '../../feishu/sign-in/token-errors';
import { createFakeClock } from '../fakes/fake-clock';
import { createFakeLock } from '../fakes/fake-lock';
import { json, scriptedFetch } from '../fakes/scripted-fetch';

/** Whatever a sign-in host sends, nothing breaks, and no account is half of one. */

const at = { brand: 'feishu', app: { id: 'cli_a', secret: 's' } } as const;

const field = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(
    'u-token',
    'authorization_pending',
    'slow_down',
    'https://accounts.feishu.cn/x',
    'feishu',
    0,
    7200,
  ),
);
const keys = [
  'code',
  'error',
  'access_token',
  'refresh_token',
  'expires_in',
  'refresh_token_expires_in',
  'scope',
  'device_code',
  'user_code',
  'verification_uri_complete',
  'interval',
  'client_id',
  'client_secret',
  'user_info',
];
const body = fc.oneof(
  fc.json(),
  fc.string(),
  fc.dictionary(fc.constantFrom(...keys), field).map((value) => JSON.stringify(value)),
);
const status = fc.constantFrom(200, 200, 200, 201, 400, 401, 403, 404, 429, 500, 503);

const calls: [string, (client: AccountsClient) => Promise<unknown>][] = [
  ['beginRegistration', (client) => client.beginRegistration({ brand: 'feishu' })],
  ['pollRegistration', (client) => client.pollRegistration({ brand: 'feishu' }, 'd')],
  ['beginDevice', (client) => client.beginDevice(at, ['a'])],
  ['pollDevice', (client) => client.pollDevice(at, 'd')],
  [
    'exchangeCode',
    (client) => client.exchangeCode(at, { code: 'c', redirectUri: 'r', verifier: 'v', scopes: [] }),
  ],
  ['refresh', (client) => client.refresh(at, 'r')],
  ['revoke', (client) => client.revoke(at, 't', 'access_token')],
];

describe('the replies of a sign-in host', () => {
  it.each(calls)('never break %s', async (_, call) => {
    await fc.assert(
      fc.asyncProperty(body, status, async (text, code) => {
        const { fetch } = scriptedFetch(() => new Response(text, { status: code }));
        const client = createAccountsClient({ fetch, clock: createFakeClock() });
        const failure = await call(client).then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
        expect(failure === undefined || failure instanceof AppError).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('never leave half an account behind', async () => {
    await fc.assert(
      fc.asyncProperty(body, status, async (text, code) => {
        const before: Account = {
          brand: 'feishu',
          token: 'u-old',
          tokenKind: 'user',
          refreshToken: 'r-old',
          app: at.app,
          accountId: 'ou_1',
          signedInAt: 1,
        };
        let kept: Account = before;
        const { fetch } = scriptedFetch(() => new Response(text, { status: code }));
        const clock = createFakeClock();
        const deps = {
          store: { get: async () => kept, set: async (changed: Account) => void (kept = changed) },
          client: createAccountsClient({ fetch, clock }),
          clock: { ...clock, sleep: async () => {} },
          lock: createFakeLock(),
        };
        const failure = await refreshAccount(deps, { brand: 'feishu', stale: 'u-old' }).then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
        expect(v.is(account, kept)).toBe(true);
        // Another token, an end that says so, or the old pair: nothing between them.
        const hasEnded = failure instanceof AppError && failure.code === 'sign-in-again';
        const pair = [kept.token, kept.refreshToken];
        const isSound =
          failure === undefined
            ? kept.token !== undefined
            : hasEnded
              ? pair.join('') === ''
              : pair.join() === 'u-old,r-old';
        expect(isSound).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('have words for each code that is documented', () => {
    for (const code of tokenErrorCodes) expect(tokenFailureCodes.has(code), String(code)).toBe(true);
  });

  const hour = 3_600_000;

  it.each([
    ['as documented', { expires_in: 600 }, 600_000, 600_000],
    ['under the name that some SDKs have', { expire_in: 600 }, 600_000, 600_000],
    ['twice', { expires_in: 600, expire_in: 60 }, 600_000, 600_000],
    ['not at all', {}, 240_000, hour],
    ['as nonsense', { expires_in: 'soon', expire_in: -1 }, 240_000, hour],
  ])('may tell %s how long a code lives', async (_, lifetime, device, registration) => {
    const page = 'https://accounts.feishu.cn/page';
    const reply = { device_code: 'd', user_code: 'A', verification_uri_complete: page, ...lifetime };
    const { fetch } = scriptedFetch(json(reply), json(reply));
    const client = createAccountsClient({ fetch, clock: createFakeClock() });
    expect((await client.beginDevice(at, [])).lastsMs).toBe(device);
    expect((await client.beginRegistration({ brand: 'feishu' })).lastsMs).toBe(registration);
  });

  it.each([
    'https://evil.example/page',
    'http://accounts.feishu.cn/page',
    'https://accounts.feishu.cn.evil.example/',
    'https://user:pass@accounts.feishu.cn/',
    'https://accounts.larksuite.com/page',
    'javascript:alert(1)',
  ])('cannot have %s opened', async (url) => {
    const reply = {
      device_code: 'd',
      user_code: 'A',
      verification_uri_complete: url,
      expires_in: 240,
      interval: 5,
    };
    const { fetch } = scriptedFetch(json(reply));
    const client = createAccountsClient({ fetch, clock: createFakeClock() });
    await expect(client.beginDevice(at, [])).rejects.toThrow(new AppError('response-unreadable'));
  });
});
