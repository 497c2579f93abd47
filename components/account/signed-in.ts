import type { Brand } from '../boards/board';
import type { Account } from './account';

/** Tells whether somebody is signed in, without opening the sealed account for each picture of a job. */
export interface SignedIn {
  isSignedIn(account: Pick<Account, 'brand' | 'accountId'>): Promise<boolean>;
  /** Runs what may change who is signed in: until it has ended, and once after that, the account is read anew. */
  changing<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** @param read who is signed in at a brand */
export function createSignedIn(
  read: (brand: Brand) => Promise<Pick<Account, 'accountId'> | undefined>,
): SignedIn {
  const known = new Map<Brand, { accountId: string | undefined; after: number }>();
  let underWay = 0;
  let changes = 0;
  return {
    async isSignedIn({ brand, accountId }) {
      const last = known.get(brand);
      if (last && underWay === 0 && last.after === changes) return last.accountId === accountId;
      const after = changes;
      const found = await read(brand);
      known.set(brand, { accountId: found?.accountId, after });
      return found?.accountId === accountId;
    },
    async changing(work) {
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
        changes += 1;
      }
    },
  };
}
