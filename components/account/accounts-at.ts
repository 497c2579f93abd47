import type { Brand, ServiceHosts } from '../boards/board';
import type { Account } from './account';
import type { AccountStore } from './account-store';

/**
 * The accounts less one that belongs to another deployment of the company than is named now: it counts as signed out
 * for as long as that is so. It stays on disk, because a policy may be late to be known.
 * @param hostsOf where a company's own deployment answers; nothing for a brand
 */
export function accountsAt(
  store: AccountStore,
  hostsOf: (brand: Brand) => Promise<ServiceHosts | undefined>,
): AccountStore {
  const isAtHome = async ({ brand, hosts }: Account): Promise<boolean> => {
    const now = await hostsOf(brand);
    return now?.open === hosts?.open && now?.accounts === hosts?.accounts;
  };
  const here = async (found: Account | undefined): Promise<Account | undefined> =>
    found && (await isAtHome(found)) ? found : undefined;
  return {
    ...store,
    get: async (brand) => here(await store.get(brand)),
    list: async () =>
      (await Promise.all((await store.list()).map(here))).filter((found) => found !== undefined),
  };
}
