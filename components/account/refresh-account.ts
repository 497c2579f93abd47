import type { Brand } from '../boards/board';
import type { Clock } from '../clock';
import { AppError, toAppError, type ErrorCode } from '../errors';
import type { AccountsClient } from '../feishu/accounts-client';
import type { TokenGrant } from '../feishu/sign-in-schemas';
import { lostOnTheWay, serverTroubles } from '../way-failures';
import type { AccountStore } from './account-store';

/** Runs `work` while nobody else in the whole extension holds the lock of this name. */
export type Lock = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** The name of the lock that whoever changes a brand's account holds. */
export const accountLock = (brand: Brand): string => `account/${brand}`;

export interface RefreshDeps {
  store: Pick<AccountStore, 'get' | 'set'>;
  client: Pick<AccountsClient, 'refresh'>;
  clock: Clock;
  lock: Lock;
}

/** Failures that say nothing of the refresh token, which is kept for the next time. */
const keepsRefreshToken: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  ...lostOnTheWay,
  ...serverTroubles,
  // Something else than the token endpoint has answered, such as the page of a network that wants to be signed in to.
  'response-too-large',
  'endpoint-missing',
]);

const retryAfterMs = 1000;

/**
 * Renews a brand's token, unless it is no longer `stale` by the time that it is this one's turn: a refresh token
 * is good for one use, and two uses at once would lose the session. The new pair is on disk before the lock goes.
 * Errors: `sign-in-again` (then the account holds no token any more), `not-signed-in`, what the way did.
 */
export async function refreshAccount(
  { store, client, clock, lock }: RefreshDeps,
  { brand, stale }: { brand: Brand; stale: string },
): Promise<void> {
  await lock(accountLock(brand), async () => {
    const account = await store.get(brand);
    if (!account) throw new AppError('not-signed-in');
    if (account.token === undefined) throw new AppError('sign-in-again');
    const { app, refreshToken } = account;
    if (account.token !== stale || !refreshToken || !app) return;
    const ask = (): Promise<TokenGrant> => client.refresh({ brand, hosts: account.hosts, app }, refreshToken);
    try {
      const askedAt = clock.now();
      const grant = await ask().catch(async (thrown: unknown) => {
        // The one code whose documentation says that asking again may help.
        if (toAppError(thrown).details.apiCode !== 20050) throw thrown;
        await clock.sleep(retryAfterMs);
        return ask();
      });
      await store.set({ ...account, ...tokensOf(grant, askedAt), scopes: grant.scopes ?? account.scopes });
    } catch (thrown) {
      const { code, details } = toAppError(thrown);
      if (keepsRefreshToken.has(code) || code.startsWith('storage-')) throw thrown;
      await store.set({ ...account, token: undefined, refreshToken: undefined, expiresAt: undefined });
      throw new AppError('sign-in-again', details, { cause: thrown });
    }
  });
}

/** What an account keeps of a grant. Spans count from when it was asked for, so that they end early, not late. */
export function tokensOf(
  { token, refreshToken, lastsMs }: Pick<TokenGrant, 'token' | 'refreshToken' | 'lastsMs'>,
  askedAt: number,
) {
  return { token, refreshToken, expiresAt: lastsMs === undefined ? undefined : askedAt + lastsMs };
}
