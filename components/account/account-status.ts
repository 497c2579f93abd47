import type { Brand } from '../boards/board';
import type { AccountStatus } from '../messaging/account-replies';
import type { Account } from './account';

/** What may be told of an account: nothing that could be used in its place. */
export function accountStatus(brand: Brand, account: Account | undefined): AccountStatus {
  return {
    brand,
    signedIn: account !== undefined,
    name: account?.name,
    tokenKind: account?.tokenKind,
    ended: account && account.token === undefined,
    expiresAt: account?.expiresAt,
    renews: account?.refreshToken !== undefined,
    appId: account?.app?.id,
    host: account?.hosts?.open,
    granted: account?.scopes,
  };
}
