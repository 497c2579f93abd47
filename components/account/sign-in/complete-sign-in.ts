import { AppError } from '../../errors';
import type { Account } from '../account';
import { identifyUser } from '../identify';
import { accountLock, tokensOf } from '../refresh-account';
import type { Attempt } from './attempt';
import type { SignInDeps } from './sign-in-deps';

/**
 * Makes an account of the tokens: asks whose they are, and writes all of it at once. What was kept for somebody else
 * who was signed in before goes. Errors: those of asking who it is; of the storage.
 */
export async function completeSignIn(deps: SignInDeps, current: Attempt): Promise<Attempt> {
  const { store, createClient, clock, forget, lock } = deps;
  const { brand, hosts, app, grant } = current;
  if (!grant) throw new AppError('sign-in-code-invalid');
  const identity = await identifyUser(createClient(current, grant.token));
  const account: Account = {
    brand,
    hosts,
    ...tokensOf(
      { token: grant.token, refreshToken: grant.refreshToken, lastsMs: grant.lastsMs },
      grant.receivedAt,
    ),
    tokenKind: 'user',
    scopes: grant.scopes,
    app,
    ...identity,
    signedInAt: clock.now(),
    forget: current.forget,
  };
  await lock(accountLock(brand), async () => {
    const former = await store.get(brand);
    await store.set(account);
    if (former && former.accountId !== account.accountId) await forget(former);
  });
  const { id, way, scopes, expiresAt, intervalMs } = current;
  return { id, way, brand, scopes, forget: current.forget, expiresAt, intervalMs, step: 'done' };
}
