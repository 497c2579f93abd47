import type { Home } from '../../boards/board';
import type { Clock } from '../../clock';
import type { AccountsClient } from '../../feishu/accounts-client';
import type { Account } from '../account';
import type { AccountStore } from '../account-store';
import type { IdentifyClient } from '../identify';
import type { Lock } from '../refresh-account';
import type { AttemptStore } from './attempt-store';

/** What signing in is done with. */
export interface SignInDeps {
  store: Pick<AccountStore, 'get' | 'set'>;
  attempts: AttemptStore;
  client: AccountsClient;
  /** The page of the redirect flow. */
  authorizeUrl: (home: Home, query: Readonly<Record<string, string>>) => string;
  /** A client that sends this token to this home. */
  createClient: (home: Home, token: string) => IdentifyClient;
  /** Forgets everything that was kept for an account. */
  forget: (account: Account) => Promise<void>;
  /** As many random bytes as asked for. */
  random: (bytes: number) => Uint8Array;
  clock: Clock;
  lock: Lock;
  /** Tells that the attempt on disk has changed. */
  changed: () => void;
}
