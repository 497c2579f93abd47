import type { Brand, ServiceHosts } from '../boards/board';
import type { Clock } from '../clock';
import { AppError, toAppError } from '../errors';
import type { Account } from './account';
import type { AccountStore } from './account-store';

export interface AccountTokensDeps {
  store: Pick<AccountStore, 'get'>;
  /**
   * Has the account's token renewed, unless it is no longer `stale` anyway. Errors: `sign-in-again`, or what the
   * way to the server did.
   */
  refresh: (brand: Brand, stale: string) => Promise<unknown>;
  clock: Pick<Clock, 'now'>;
}

/** The tokens that requests are sent with. */
export interface AccountTokens {
  /** Where the tokens of a company's own deployment go: what its account was signed in at. */
  getHosts(brand: Brand): Promise<ServiceHosts | undefined>;
  /**
   * The token that goes to these hosts. Errors: `not-signed-in`, also where the account belongs elsewhere;
   * `sign-in-again`, and those of the refreshing where the token is dead without it.
   */
  getToken(brand: Brand, hosts?: ServiceHosts): Promise<string>;
  /** The server refuses `stale`: resolves to whether there is another token now. */
  renewToken(brand: Brand, stale: string): Promise<boolean>;
}

/** How long before its end a token is renewed, in ms: what is under way with the old one still has that long. */
export const renewBeforeMs = 5 * 60_000;

/**
 * Gives tokens, and has them renewed in time: once for all who ask meanwhile. A wrong clock does no harm: it
 * makes a renewal come early, or the server's refusal asks for it.
 */
export function createAccountTokens({ store, refresh, clock }: AccountTokensDeps): AccountTokens {
  const underWay = new Map<Brand, Promise<unknown>>();

  const requireAccount = async (brand: Brand, hosts?: ServiceHosts): Promise<Account & { token: string }> => {
    const account = await store.get(brand);
    // Another one may have signed in elsewhere since the address was made.
    if (!account || (hosts && !isSame(hosts, account.hosts))) throw new AppError('not-signed-in');
    const { token } = account;
    if (token === undefined) throw new AppError('sign-in-again');
    return { ...account, token };
  };
  const refreshOnce = (brand: Brand, stale: string): Promise<unknown> => {
    const shared = underWay.get(brand) ?? refresh(brand, stale).finally(() => underWay.delete(brand));
    underWay.set(brand, shared);
    return shared;
  };

  return {
    getHosts: async (brand) => (brand === 'company' ? (await store.get(brand))?.hosts : undefined),
    async getToken(brand, hosts) {
      const { expiresAt = Infinity, refreshToken, token } = await requireAccount(brand, hosts);
      if (!refreshToken || expiresAt - renewBeforeMs > clock.now()) return token;
      try {
        await refreshOnce(brand, token);
      } catch (thrown) {
        // It is good for some minutes more, and the next request tries again.
        const isAlive = toAppError(thrown).code !== 'sign-in-again' && expiresAt > clock.now();
        if (!isAlive) throw thrown;
      }
      return (await requireAccount(brand, hosts)).token;
    },
    async renewToken(brand, stale) {
      const { refreshToken, token } = await requireAccount(brand);
      if (token !== stale) return true;
      if (!refreshToken) return false;
      await refreshOnce(brand, stale);
      return (await requireAccount(brand)).token !== stale;
    },
  };
}

function isSame(one: ServiceHosts, other: ServiceHosts | undefined): boolean {
  return one.open === other?.open && one.accounts === other.accounts;
}
