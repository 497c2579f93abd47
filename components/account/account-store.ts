import { createStore, del, get, set } from 'idb-keyval';
import * as v from 'valibot';
import type { Brand } from '../boards/board';
import { brands } from '../brand';
import { AppError } from '../errors';
import { account, type Account } from './account';
import { shareNext } from '../share-next';
import type { Sealer } from './sealer';

/** What is forgotten when the browser closes: `storage.session`, from wherever it can be reached. */
export interface SessionArea {
  get(key: string): Promise<unknown>;
  /** Undefined removes. */
  set(key: string, value: string | undefined): Promise<void>;
}

/** Where accounts lie. Errors of all calls: `storage-failed`, `storage-full`. */
export interface AccountStore {
  get(brand: Brand): Promise<Account | undefined>;
  set(signedIn: Account): Promise<void>;
  remove(brand: Brand): Promise<void>;
  /** All accounts, in the order of their brands. */
  list(): Promise<Account[]>;
}

const keyOf = (brand: Brand): string => `account/${brand}`;

/**
 * Accounts, sealed, in a database of their own, or in the session area where the user wants them forgotten.
 * Extension pages and the background can read either, content scripts cannot. A record that cannot be read is
 * removed, and its brand counts as signed out.
 */
export function createAccountStore(deps: { sealer: Sealer; session: SessionArea }): AccountStore {
  const { sealer, session } = deps;
  const store = createStore('board-saver-account', 'accounts');

  /** A record of before they were sealed: the token lies in clear, so it is sealed at once. */
  async function fromClear(brand: Brand, record: unknown): Promise<Account | undefined> {
    const parsed = v.safeParse(account, record);
    if (!parsed.success || parsed.output.brand !== brand) return undefined;
    await write(parsed.output);
    return parsed.output;
  }

  async function open(brand: Brand, record: unknown): Promise<Account | undefined> {
    if (typeof record !== 'string') return fromClear(brand, record);
    const parsed = v.safeParse(account, await sealer.open(record, keyOf(brand)));
    return parsed.success && parsed.output.brand === brand ? parsed.output : undefined;
  }

  async function read(brand: Brand): Promise<Account | undefined> {
    const forgettable = await session.get(keyOf(brand));
    if (forgettable !== undefined) {
      const found = await open(brand, forgettable);
      if (found) return found;
      await session.set(keyOf(brand), undefined);
    }
    const record = await get<unknown>(brand, store);
    if (record === undefined) return undefined;
    const found = await open(brand, record);
    if (!found) await del(brand, store);
    return found;
  }

  /** The new record is there before an old one in the other place goes. */
  async function write(signedIn: Account): Promise<void> {
    const { brand, forget } = signedIn;
    const sealed = await sealer.seal(signedIn, keyOf(brand));
    if (forget) {
      await session.set(keyOf(brand), sealed);
      await del(brand, store);
    } else {
      await set(brand, sealed, store);
      await session.set(keyOf(brand), undefined);
    }
  }

  // A job of hundreds of boards asks for each of them, and again for each request.
  const readOnce = shareNext(read);

  return {
    get: (brand) => orStorageError(() => readOnce(brand)),
    set: (signedIn) => orStorageError(() => write(signedIn)),
    remove: (brand) =>
      orStorageError(async () => {
        await del(brand, store);
        await session.set(keyOf(brand), undefined);
      }),
    list: () =>
      orStorageError(async () => {
        const accounts = await Promise.all(brands.map(read));
        return accounts.filter((found) => found !== undefined);
      }),
  };
}

async function orStorageError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    const isFull = thrown instanceof Error && thrown.name === 'QuotaExceededError';
    throw new AppError(isFull ? 'storage-full' : 'storage-failed', {}, { cause: thrown });
  }
}
