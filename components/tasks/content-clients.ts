import { createAccountStore } from '../account/account-store';
import { createAccountTokens } from '../account/account-tokens';
import { refreshAccount } from '../account/refresh-account';
import { createSealer } from '../account/sealer';
import type { Brand } from '../boards/board';
import { systemClock as clock } from '../clock';
import { createAccountsClient } from '../feishu/accounts-client';
import { type BoardContentClient, createBoardContentClient } from '../feishu/board-content';
import { serviceHosts } from '../feishu/hosts';
import type { TasksDeps } from './create-tasks';

export interface ContentClients {
  clientFor(brand: Brand): BoardContentClient;
  /** The API host that a brand's client asks. Errors: `company-hosts-missing`. */
  hostOf(brand: Brand): Promise<string>;
}

/** Clients for what is on boards, one for each brand, with the tokens of whoever is signed in. */
export function createContentClients({ session }: Pick<TasksDeps, 'session'>): ContentClients {
  const store = createAccountStore({ sealer: createSealer(), session });
  const fetchHere: typeof fetch = (...request) => fetch(...request);
  const client = createAccountsClient({ fetch: fetchHere, clock });
  const tokens = createAccountTokens({
    store,
    // Under the lock that all contexts share: two that renew at once would lose the account.
    refresh: (brand, stale) =>
      refreshAccount(
        { store, client, clock, lock: async (name, work) => navigator.locks.request(name, work) },
        { brand, stale },
      ),
    clock,
  });
  const clients = new Map<Brand, BoardContentClient>();
  const clientFor = (brand: Brand): BoardContentClient => {
    const kept =
      clients.get(brand) ??
      createBoardContentClient({
        brand,
        fetch: fetchHere,
        clock,
        random: Math.random,
        getHosts: () => tokens.getHosts(brand),
        getToken: (hosts) => tokens.getToken(brand, hosts),
        renewToken: (stale) => tokens.renewToken(brand, stale),
      });
    clients.set(brand, kept);
    return kept;
  };
  return {
    clientFor,
    hostOf: async (brand) => serviceHosts({ brand, hosts: await tokens.getHosts(brand) }).open,
  };
}
