import { createAccountStore } from '../account/account-store';
import { createAccountTokens } from '../account/account-tokens';
import { createAccounts } from '../account/accounts';
import type { Account } from '../account/account';
import { refreshAccount, type Lock } from '../account/refresh-account';
import { createSealer } from '../account/sealer';
import { createAttemptStore } from '../account/sign-in/attempt-store';
import { beginSignIn } from '../account/sign-in/begin-sign-in';
import { finishRedirect } from '../account/sign-in/finish-redirect';
import { runSignIn } from '../account/sign-in/run-sign-in';
import type { Brand, Home } from '../boards/board';
import { systemClock as clock } from '../clock';
import { createAccountsClient } from '../feishu/accounts-client';
import { createFeishuClient } from '../feishu/client';
import { accountsUrl, scopeApplyUrl } from '../feishu/hosts';
import { createKnownDocuments } from '../finding/known-documents';
import { forgetShownLists } from '../finding/shown-lists';
import { accountPrefix } from '../image-store/image-key';
import { createImageStore } from '../image-store/image-store';
import type { Tasks, TasksDeps } from './create-tasks';

/** The tasks of signing in, out, and staying so. */
export type AccountTasks = Pick<Tasks, Extract<keyof Tasks, `account/${string}` | `sign-in/${string}`>>;

/** Shared by all contexts of the extension: the worker, this one, and whatever was here before. */
const lock: Lock = async (name, work) => navigator.locks.request(name, work);

/** @param deps where what is forgotten with the browser lies, and who is told of a sign-in that went on */
export function createAccountTasks({ session, signInChanged }: TasksDeps): AccountTasks {
  const sealer = createSealer();
  const store = createAccountStore({ sealer, session });
  const attempts = createAttemptStore({ sealer });
  const images = createImageStore({ now: Date.now, budgetBytes: async () => Infinity });
  const known = createKnownDocuments();
  const fetchHere: typeof fetch = (...request) => fetch(...request);
  const client = createAccountsClient({ fetch: fetchHere, clock });

  const refresh = async (brand: Brand, stale: string): Promise<null> =>
    done(refreshAccount({ store, client, clock, lock }, { brand, stale }));
  const tokens = createAccountTokens({ store, refresh, clock });
  const createClient = ({ brand, hosts }: Home, token: string) =>
    createFeishuClient({
      brand,
      fetch: fetchHere,
      clock,
      random: Math.random,
      getHosts: async () => hosts,
      getToken: async () => token,
    });
  const clients = new Map<Brand, ReturnType<typeof createFeishuClient>>();
  const clientFor = (brand: Brand) => {
    const kept =
      clients.get(brand) ??
      createFeishuClient({
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
  const forget = async ({ brand, accountId }: Account): Promise<void> => {
    forgetShownLists(localStorage);
    await Promise.all([images.clear(accountPrefix(brand, accountId)), known.removeAccount(brand, accountId)]);
  };
  const accounts = createAccounts({
    store,
    attempts,
    signInClient: client,
    createClient,
    clientFor,
    scopeApplyUrl,
    forget,
    clock,
    lock,
  });
  const signIn = {
    store,
    attempts,
    client,
    authorizeUrl: (home: Home, query: Readonly<Record<string, string>>) =>
      accountsUrl(home, '/open-apis/authen/v1/authorize', query),
    createClient,
    forget,
    random: (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes)),
    clock,
    lock,
    changed: signInChanged,
  };

  return {
    'account/sign-in': (pasted) => accounts.signIn(pasted),
    'account/sign-out': ({ brand }) => done(accounts.signOut(brand)),
    'account/check': ({ brand }) => accounts.check(brand),
    'account/keep': ({ forget: isForgotten }) => {
      if (isForgotten) forgetShownLists(localStorage);
      return done(accounts.keep(isForgotten));
    },
    'account/refresh': ({ brand, stale }) => refresh(brand, stale),
    'sign-in/begin': (request) => done(beginSignIn(signIn, request)),
    // Whoever goes on with it already, perhaps for a background that is gone, goes on with a new one too.
    'sign-in/run': () =>
      done(
        navigator.locks.request('sign-in', { ifAvailable: true }, async (mine) => {
          if (mine) await runSignIn(signIn);
        }),
      ),
    'sign-in/redirected': (answer) => done(finishRedirect(signIn, answer)),
    'sign-in/cancel': async () => {
      await attempts.clear();
      signInChanged();
      return null;
    },
  };
}

async function done(work: Promise<unknown>): Promise<null> {
  await work;
  return null;
}
