import { createAccountStore } from '../../components/account/account-store';
import { accountsAt } from '../../components/account/accounts-at';
import { createSignedIn } from '../../components/account/signed-in';
import { createAccountTokens } from '../../components/account/account-tokens';
import { createSealer } from '../../components/account/sealer';
import type { Brand } from '../../components/boards/board';
import { systemClock as clock } from '../../components/clock';
import { AppError } from '../../components/errors';
import { createFeishuClient } from '../../components/feishu/client';
import { createKnownDocuments, knownWhileSignedIn } from '../../components/finding/known-documents';
import { createTabBoards } from '../../components/finding/tab-boards';
import { t } from '../../components/i18n/t';
import { createImageStore } from '../../components/image-store/image-store';
import { sendToPage } from '../../components/messaging/send-to-page';
import { createImageFetcher } from '../../components/saving/fetch-image';
import { createSecondLook } from '../../components/saving/second-look';
import { settings } from '../../components/settings/settings';
import { companyHosts } from './company-hosts';
import { createJobs } from './job-parts';
import { createJobWatchers } from './job-watchers';
import { readPageModelOf } from './page-model-of';
import { sessionArea } from './session-area';
import { createSignIn } from './sign-in';
import { createTaskRunner } from './task-runner';

export type Parts = ReturnType<typeof createParts>;

const bytesInMegabyte = 1_000_000;
const now = (): number => clock.now();
const freshMs = async (): Promise<number> => (await settings.freshMinutes.get()) * 60_000;

/** All parts of the background, each given what it needs. */
export function createParts() {
  const accounts = accountsAt(
    createAccountStore({ sealer: createSealer(), session: sessionArea }),
    companyHosts,
  );
  const { isSignedIn, changing } = createSignedIn((brand) => accounts.get(brand));
  const known = knownWhileSignedIn(createKnownDocuments(), isSignedIn);
  const tasks = createTaskRunner({
    session: sessionArea,
    signInChanged: () => void signIn.changed(),
    changing,
  });
  const signIn = createSignIn(tasks);

  const accountIdFor = async (brand: Brand): Promise<string> => {
    const account = await accounts.get(brand);
    if (!account) throw new AppError('not-signed-in');
    return account.accountId;
  };
  const tokens = createAccountTokens({
    store: accounts,
    refresh: (brand, stale) => tasks.run('account/refresh', { brand, stale }),
    clock,
  });
  const createClient = (brand: Brand) =>
    createFeishuClient({
      brand,
      fetch: (...request) => fetch(...request),
      clock,
      random: Math.random,
      getHosts: () => tokens.getHosts(brand),
      getToken: (hosts) => tokens.getToken(brand, hosts),
      renewToken: (stale) => tokens.renewToken(brand, stale),
    });
  // One for each brand, kept: a client holds to the API's limits over all of its calls.
  const clients = {
    feishu: createClient('feishu'),
    lark: createClient('lark'),
    company: createClient('company'),
  };
  const clientFor = (brand: Brand) => clients[brand];

  const budgetBytes = async (): Promise<number> => (await settings.cacheBudgetMb.get()) * bytesInMegabyte;
  const images = createImageStore({ now, budgetBytes, held: () => jobs.heldKeys() });
  const secondLook = createSecondLook({
    check: ({ key: imageKey }) => tasks.run('picture/check', { imageKey }),
    drawInstead: async ({ brand }, { key: imageKey }) =>
      (await tasks.run('picture/draw-instead', { imageKey, brand })) ?? undefined,
    store: images,
    onChange: () => tabBoards.refresh(),
  });
  const fetchImage = createImageFetcher({
    store: images,
    isSignedIn,
    clientFor,
    now,
    freshMs,
    onArrival: secondLook.begin,
  });

  const jobWatchers = createJobWatchers(now);
  const jobs = createJobs({
    accountIdFor,
    clientFor,
    fetchImage,
    freshMs,
    images,
    known,
    onChange: jobWatchers.publish,
    settled: secondLook.settled,
    tasks,
  });
  // Told at once of the last sign-in, which changes nothing; then of each one that is done.
  let isNews = false;
  signIn.watch((progress) => {
    if (isNews && progress?.step === 'done') void jobs.wake(true);
    isNews = true;
  }, new AbortController().signal);
  const tabBoards = createTabBoards({
    describePage: (tabId) => sendToPage(tabId, 'page/describe', undefined),
    readPageModel: readPageModelOf,
    companyHosts: async () => (await settings.company.get())?.documents ?? [],
    accounts,
    clientFor,
    known,
    images,
    freshMs,
    numbered: (n) => t('board_number', n),
    untitled: () => t('document_untitled'),
    clock,
  });
  return {
    accounts,
    budgetBytes,
    fetchImage,
    images,
    jobs,
    jobWatchers,
    signIn,
    tabBoards,
    tasks,
  };
}
