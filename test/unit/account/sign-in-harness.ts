import 'fake-indexeddb/auto';
import { beforeEach, expect } from 'vitest';
import type { Account } from '../../../components/account/account';
import { type AccountStore, createAccountStore } from '../../../components/account/account-store';
import { createSealer } from '../../../components/account/sealer';
import { type AttemptStore, createAttemptStore } from '../../../components/account/sign-in/attempt-store';
import { beginSignIn, type SignInRequest } from '../../../components/account/sign-in/begin-sign-in';
import { runSignIn } from '../../../components/account/sign-in/run-sign-in';
import type { SignInDeps } from '../../../components/account/sign-in/sign-in-deps';
import { attemptRecords, readSignInProgress } from '../../../components/account/sign-in/sign-in-progress';
import type { Clock } from '../../../components/clock';
import type { ErrorCode } from '../../../components/errors';
import { createAccountsClient } from '../../../components/feishu/accounts-client';
import { createFeishuClient } from '../../../components/feishu/client';
import { accountsUrl } from '../../../components/feishu/hosts';
import { answerPage } from '../../feishu/proof/sign-in-flows';
import { useFeishu } from '../../feishu/proof/started';
import { app, redirectUrl } from '../../feishu/proof/world';
import { createFakeLock } from '../fakes/fake-lock';
import { createFakeSession } from '../fakes/fake-session';
import { clockOf, loopbackFetch } from '../fakes/loopback-fetch';

/** What the user is asked for in these tests. */
export const board = 'board:whiteboard:node:read';

/** A worker that signs somebody in, with what it keeps. */
export interface SignInWorld {
  deps: SignInDeps;
  store: AccountStore;
  attempts: AttemptStore;
  forgotten: Account[];
}

/** A wish to sign in: with an own app at Feishu, where nothing else is said. */
export function request(change: Partial<SignInRequest> = {}): SignInRequest {
  return {
    way: 'device',
    brand: 'feishu',
    app,
    scopes: [board],
    forget: false,
    newApp: { name: 'Board Saver', description: 'Saves boards.' },
    redirectUri: redirectUrl,
    ...change,
  };
}

/** Does nothing yet. */
export const think = async (): Promise<void> => {};

/** What the user is shown in the end. */
export const progress = () => readSignInProgress(attemptRecords());

/** Signs in from begin to end. @returns `done`, or why not; undefined where it was cancelled */
export async function signIn(
  deps: SignInDeps,
  asked: SignInRequest,
): Promise<ErrorCode | 'done' | undefined> {
  await beginSignIn(deps, asked);
  await runSignIn(deps);
  const end = await progress();
  return end?.step === 'failed' ? end.error?.code : end?.step === 'done' ? 'done' : undefined;
}

/** Begins, and ends as a worker does that is stopped when it writes for the `stopAt`th time, counted from 0. */
export async function stopAtSave(
  stopAt: number,
  { deps, attempts }: SignInWorld,
  asked: SignInRequest,
): Promise<void> {
  let saves = 0;
  const stopped: SignInDeps = {
    ...deps,
    attempts: {
      ...attempts,
      async save(changed) {
        // Nothing that comes after it is written either.
        if (saves++ >= stopAt) throw new Error('stopped');
        return attempts.save(changed);
      },
    },
  };
  await beginSignIn(stopped, asked);
  await expect(runSignIn(stopped)).rejects.toThrow('stopped');
}

/** What comes of it when the next worker takes it up. */
export async function goOn({ deps }: SignInWorld): Promise<ErrorCode | 'done' | undefined> {
  await runSignIn(deps);
  const end = await progress();
  return end?.step === 'done' ? 'done' : end?.error?.code;
}

/** Signing in at the embedded Feishu: what the user does on its pages happens between two questions. */
export function useSignIn() {
  const feishu = useFeishu();
  const session = createFakeSession();

  /** Between two polls, the person acts. */
  function setUp(person: ((pageUrl: string) => Promise<unknown>)[] = []): SignInWorld {
    const sealer = createSealer();
    const store = createAccountStore({ sealer, session });
    const attempts = createAttemptStore({ sealer });
    const forgotten: Account[] = [];
    const acts = [...person];
    const real = clockOf(feishu());
    const clock: Clock = {
      now: real.now,
      async sleep(ms, signal) {
        const current = await attempts.get();
        // Only the wait of the sign-in itself: the client has waits of its own.
        if (current?.pageUrl && ms === current.intervalMs) await acts.shift()?.(current.pageUrl);
        await real.sleep(ms, signal);
      },
    };
    const fetch = loopbackFetch(feishu());
    const deps: SignInDeps = {
      store,
      attempts,
      client: createAccountsClient({ fetch, clock: real }),
      authorizeUrl: (home, query) => accountsUrl(home, '/open-apis/authen/v1/authorize', query),
      createClient: ({ brand, hosts }, token) =>
        createFeishuClient({
          brand,
          fetch,
          clock: real,
          random: () => 0.5,
          getHosts: async () => hosts,
          getToken: async () => token,
        }),
      forget: async (account) => void forgotten.push(account),
      random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
      clock,
      lock: createFakeLock(),
      changed: () => {},
    };
    return { deps, store, attempts, forgotten };
  }

  const agree = (pageUrl: string) => answerPage(feishu(), pageUrl, 'Authorize');
  const create = (pageUrl: string) => answerPage(feishu(), pageUrl, 'Create');

  beforeEach(async () => {
    const { store, attempts } = setUp();
    await Promise.all([
      store.remove('feishu'),
      store.remove('lark'),
      store.remove('company'),
      attempts.clear(),
    ]);
  });

  return { feishu, setUp, agree, create };
}
