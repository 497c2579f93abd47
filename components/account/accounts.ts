import type { Brand, Home } from '../boards/board';
import type { Clock } from '../clock';
import { AppError } from '../errors';
import type { AccountsClient } from '../feishu/accounts-client';
import type { AccountCheck } from '../messaging/account-replies';
import type { Account } from './account';
import type { AccountStore } from './account-store';
import type { AttemptStore } from './sign-in/attempt-store';
import { accountStatus } from './account-status';
import { checkAccount, type CheckClient } from './check-account';
import type { IdentifyClient } from './identify';
import { accountLock, type Lock } from './refresh-account';
import { signInWithToken, type PastedToken } from './sign-in-with-token';

export interface AccountsDeps {
  store: AccountStore;
  signInClient: Pick<AccountsClient, 'revoke'>;
  createClient: (home: Home, token: string) => IdentifyClient;
  clientFor: (brand: Brand) => CheckClient;
  /** Where an app is given scopes. */
  scopeApplyUrl: (home: Home, appId: string, scopes: readonly string[]) => string;
  /** Forgets everything that was kept for an account. */
  forget: (account: Account) => Promise<void>;
  attempts: Pick<AttemptStore, 'clearOver'>;
  clock: Pick<Clock, 'now'>;
  lock: Lock;
}

/** What is done with accounts. Tokens stay inside. */
export interface Accounts {
  /** Errors: those of `signInWithToken`. Nothing changes where it fails. */
  signIn(pasted: PastedToken): Promise<AccountCheck>;
  /**
   * Removes the account first: whatever fails after that, nobody is signed in any more. Then the server is told,
   * without waiting longer than it takes, and what was kept for the account goes.
   */
  signOut(brand: Brand): Promise<void>;
  /** What the account may do, found out by asking. Errors: `not-signed-in`, `sign-in-again`. */
  check(brand: Brand): Promise<AccountCheck>;
  /** Keeps all accounts beyond the browser's closing, or no longer. */
  keep(forget: boolean): Promise<void>;
}

/** One for each context: they share the accounts on disk, and the lock. */
export function createAccounts(deps: AccountsDeps): Accounts {
  const { store, attempts, signInClient, createClient, clientFor, scopeApplyUrl, forget, clock, lock } = deps;

  const check = async (account: Account): Promise<AccountCheck> => {
    const { app, brand, refreshToken, tokenKind } = account;
    const probed = await checkAccount(clientFor(brand));
    const scopes = probed.map((status) =>
      status.state === 'missing' && !status.helpUrl && app
        ? { ...status, helpUrl: scopeApplyUrl(account, app.id, [status.scope]) }
        : status,
    );
    // No endpoint asks for it: whether it is held shows in what was given.
    const staying = app && tokenKind === 'user' ? [offlineAccess(refreshToken !== undefined)] : [];
    // A token that has died since is told once, not once for each scope.
    const error = scopes.every(({ state }) => state === 'unknown') ? scopes[0]?.error : undefined;
    const now = await store.get(brand);
    return { ...accountStatus(brand, now ?? account), scopes: [...scopes, ...staying], error };
  };
  const revoke = async ({ app, brand, hosts, refreshToken, token }: Account): Promise<void> => {
    if (!app) return;
    const at = { brand, hosts, app };
    if (refreshToken) await signInClient.revoke(at, refreshToken, 'refresh_token');
    if (token) await signInClient.revoke(at, token, 'access_token');
  };

  return {
    async signIn(pasted) {
      const account = await lock(accountLock(pasted.brand), async () => {
        const former = await store.get(pasted.brand);
        const signedIn = await signInWithToken({ store, createClient, clock }, pasted);
        if (former && former.accountId !== signedIn.accountId) await forget(former);
        return signedIn;
      });
      return check(account);
    },
    signOut: (brand) =>
      lock(accountLock(brand), async () => {
        const account = await store.get(brand);
        await Promise.all([store.remove(brand), attempts.clearOver(brand)]);
        if (!account) return;
        // The tokens are gone from here in any case; a server that cannot be reached lets them run out.
        await Promise.all([revoke(account).catch(() => undefined), forget(account)]);
      }),
    async check(brand) {
      const account = await store.get(brand);
      if (!account) throw new AppError('not-signed-in');
      if (account.token === undefined) throw new AppError('sign-in-again');
      return check(account);
    },
    async keep(forgetful) {
      for (const { brand } of await store.list()) {
        await lock(accountLock(brand), async () => {
          const account = await store.get(brand);
          if (account) await store.set({ ...account, forget: forgetful });
        });
      }
    },
  };
}

function offlineAccess(isHeld: boolean): AccountCheck['scopes'][number] {
  return { scope: 'offline_access', state: isHeld ? 'held' : 'missing' };
}
