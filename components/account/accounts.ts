import type { Brand } from '../boards/board';
import type { Clock } from '../clock';
import { AppError } from '../errors';
import type { AccountCheck, AccountStatus } from '../messaging/protocol';
import type { Account, AccountStore } from './account-store';
import { checkAccount, type CheckClient } from './check-account';
import { signInWithToken, type SignInDeps } from './sign-in-with-token';

const brands: readonly Brand[] = ['feishu', 'lark'];

export interface AccountsDeps {
  store: AccountStore;
  createClient: SignInDeps['createClient'];
  clientFor: (brand: Brand) => CheckClient;
  /** Forgets everything that was kept for an account. */
  forget: (account: Account) => Promise<void>;
  clock: Pick<Clock, 'now'>;
}

/** Who is signed in at either brand, and what they may do. Tokens stay inside. */
export interface Accounts {
  status(): Promise<AccountStatus[]>;
  /** Errors: those of `signInWithToken`. Nothing changes where it fails. */
  signIn(brand: Brand, pasted: string): Promise<AccountCheck>;
  /** Removes the token first: whatever fails after that, nobody is signed in any more. */
  signOut(brand: Brand): Promise<void>;
  /** Errors: `not-signed-in`. */
  check(brand: Brand): Promise<AccountCheck>;
}

export function createAccounts({ store, createClient, clientFor, forget, clock }: AccountsDeps): Accounts {
  const check = async (account: Account): Promise<AccountCheck> => {
    const scopes = await checkAccount(clientFor(account.brand));
    // A token that has died since is told once, not once for each scope.
    const error = scopes.every(({ state }) => state === 'unknown') ? scopes[0]?.error : undefined;
    return { ...toStatus(account.brand, account), scopes, error };
  };

  return {
    async status() {
      const accounts = await store.list();
      return brands.map((brand) =>
        toStatus(
          brand,
          accounts.find((account) => account.brand === brand),
        ),
      );
    },
    async signIn(brand, pasted) {
      const former = await store.get(brand);
      const account = await signInWithToken({ store, createClient, clock }, { brand, pasted });
      if (former && former.accountId !== account.accountId) await forget(former);
      return check(account);
    },
    async signOut(brand) {
      const account = await store.get(brand);
      await store.remove(brand);
      if (account) await forget(account);
    },
    async check(brand) {
      const account = await store.get(brand);
      if (!account) throw new AppError('not-signed-in');
      return check(account);
    },
  };
}

function toStatus(brand: Brand, account: Account | undefined): AccountStatus {
  return { brand, signedIn: account !== undefined, name: account?.name, tokenKind: account?.tokenKind };
}
