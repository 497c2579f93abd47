import { createStore, get, type UseStore } from 'idb-keyval';
import type { SignInProgress } from '../../messaging/account-replies';

/** Where the one sign-in that is under way, or the last one, lies. */
export const attemptKey = 'current';

/** The records of signing in. The database is opened when it is first asked. */
export function attemptRecords(): UseStore {
  return createStore('board-saver-sign-in', 'attempts');
}

/**
 * What may be shown of the sign-in that lies on disk: it has no secret. The background reads it so, for
 * which the rest of signing in is too large.
 */
export async function readSignInProgress(store: UseStore): Promise<SignInProgress | null> {
  const record = await get<{ progress: SignInProgress }>(attemptKey, store);
  return record?.progress ?? null;
}
