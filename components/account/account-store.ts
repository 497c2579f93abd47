import { createStore, del, entries, get, set } from 'idb-keyval';
import * as v from 'valibot';
import type { Brand } from '../boards/board';
import { AppError } from '../errors';

const account = v.object({
  brand: v.picklist(['feishu', 'lark']),
  token: v.pipe(v.string(), v.minLength(1), v.maxLength(16_384)),
  tokenKind: v.picklist(['user', 'tenant']),
  /** Tells identities apart; part of the keys of what is stored for them. */
  accountId: v.pipe(v.string(), v.regex(/^[\w-]{1,128}$/)),
  /** The user's name, where it could be learned. */
  name: v.optional(v.string()),
  /** Milliseconds since the epoch. */
  signedInAt: v.number(),
});

/** Who is signed in at one brand. */
export type Account = v.InferOutput<typeof account>;

/** Where accounts lie. Errors of all calls: `storage-failed`, `storage-full`. */
export interface AccountStore {
  get(brand: Brand): Promise<Account | undefined>;
  set(signedIn: Account): Promise<void>;
  remove(brand: Brand): Promise<void>;
  /** All accounts, in the order of their brands' names. */
  list(): Promise<Account[]>;
}

/**
 * Accounts in a database of their own. Extension pages and the background can read it, content scripts
 * cannot: these see the IndexedDB of the page that they run in. A record that cannot be read is removed,
 * and its brand counts as signed out.
 */
export function createAccountStore(): AccountStore {
  const store = createStore('board-saver-account', 'accounts');

  async function readOrRemove(key: IDBValidKey, record: unknown): Promise<Account | undefined> {
    if (record === undefined) return undefined;
    const parsed = v.safeParse(account, record);
    if (parsed.success && parsed.output.brand === key) return parsed.output;
    await del(key, store);
    return undefined;
  }

  return {
    get: (brand) => orStorageError(async () => readOrRemove(brand, await get<unknown>(brand, store))),
    set: (signedIn) => orStorageError(() => set(signedIn.brand, signedIn, store)),
    remove: (brand) => orStorageError(() => del(brand, store)),
    list: () =>
      orStorageError(async () => {
        const records = await entries<IDBValidKey, unknown>(store);
        const accounts = await Promise.all(records.map(([key, record]) => readOrRemove(key, record)));
        return accounts.filter((found) => found !== undefined);
      }),
  };
}

async function orStorageError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const isFull = thrown instanceof Error && thrown.name === 'QuotaExceededError';
    throw new AppError(isFull ? 'storage-full' : 'storage-failed', {}, { cause: thrown });
  }
}
