import type { Home } from '../boards/board';
import type { Clock } from '../clock';
import { AppError } from '../errors';
import type { Account } from './account';
import type { AccountStore } from './account-store';
import { identifyApp, identifyUser, type IdentifyClient } from './identify';
import { parseToken } from './parse-token';
import { tokenExpiry } from './token-expiry';

export interface SignInDeps {
  store: Pick<AccountStore, 'set'>;
  /** A client that sends this token to this home. */
  createClient: (home: Home, token: string) => IdentifyClient;
  clock: Pick<Clock, 'now'>;
}

/** What somebody wants to sign in with. */
export interface PastedToken extends Home {
  pasted: string;
  forget?: boolean | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Signs in with a token that the user has pasted: it is tried at the brand's own API first, and kept only if
 * it is alive there. Errors: `token-malformed`; whatever the server or the way to it refuses with.
 */
export async function signInWithToken(
  { store, createClient, clock }: SignInDeps,
  { brand, hosts, pasted, forget, signal }: PastedToken,
): Promise<Account> {
  const parsed = parseToken(pasted);
  const client = createClient({ brand, hosts }, parsed.token);
  const identity = await (parsed.kind === 'user'
    ? identifyUser(client, signal)
    : identifyApp(client, parsed.token, signal));
  if (signal?.aborted) throw new AppError('cancelled');
  const account: Account = {
    brand,
    hosts,
    token: parsed.token,
    tokenKind: parsed.kind,
    expiresAt: tokenExpiry(parsed.token),
    forget,
    ...identity,
    signedInAt: clock.now(),
  };
  await store.set(account);
  return account;
}
