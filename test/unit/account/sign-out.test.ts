import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../../components/account/account';
import { createAccountStore } from '../../../components/account/account-store';
import { createAccounts } from '../../../components/account/accounts';
import { createSealer } from '../../../components/account/sealer';
import type { Attempt } from '../../../components/account/sign-in/attempt';
import { createAttemptStore } from '../../../components/account/sign-in/attempt-store';
import { AppError } from '../../../components/errors';
import { createFakeLock } from '../fakes/fake-lock';
import { createFakeSession } from '../fakes/fake-session';

const app = { id: 'cli_mine', secret: 'my-secret' };
const account: Account = {
  brand: 'feishu',
  token: 'u-token',
  tokenKind: 'user',
  refreshToken: 'r-token',
  app,
  accountId: 'ou_1',
  signedInAt: 1,
};
const attempt: Attempt = {
  id: 'first',
  way: 'device',
  brand: 'feishu',
  step: 'failed',
  scopes: [],
  forget: false,
  expiresAt: 1,
  intervalMs: 1,
  app,
};

function setUp() {
  const sealer = createSealer();
  const store = createAccountStore({ sealer, session: createFakeSession() });
  const attempts = createAttemptStore({ sealer });
  const did: string[] = [];
  const unused = (): never => {
    throw new AppError('unexpected');
  };
  const accounts = createAccounts({
    store,
    attempts,
    signInClient: { revoke: async (_, token) => void did.push(`revoke ${token}`) },
    createClient: unused,
    clientFor: unused,
    scopeApplyUrl: unused,
    forget: async ({ accountId }) => void did.push(`forget ${accountId}`),
    clock: { now: () => 1 },
    lock: createFakeLock(),
  });
  return { accounts, attempts, did, store };
}

describe('signing out', () => {
  it('removes the account, revokes its tokens and forgets what was kept for it', async () => {
    const { accounts, did, store } = setUp();
    await store.set(account);
    await accounts.signOut('feishu');
    expect(await store.list()).toEqual([]);
    expect(did.sort()).toEqual(['forget ou_1', 'revoke r-token', 'revoke u-token']);
  });

  it.each(['failed', 'done'] as const)(
    'forgets the app of a sign-in that is %s, with its secret',
    async (step) => {
      const { accounts, attempts } = setUp();
      await attempts.begin({ ...attempt, step });
      await accounts.signOut('lark');
      expect((await attempts.get())?.app).toEqual(app);
      await accounts.signOut('feishu');
      expect(await attempts.get()).toBeUndefined();
    },
  );

  it('leaves a sign-in alone that is under way', async () => {
    const { accounts, attempts } = setUp();
    await attempts.begin({ ...attempt, step: 'authorizing' });
    await accounts.signOut('feishu');
    expect((await attempts.get())?.app).toEqual(app);
  });
});
