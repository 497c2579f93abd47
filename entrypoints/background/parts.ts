import { type Account, createAccountStore } from '../../components/account/account-store';
import { createAccounts } from '../../components/account/accounts';
import type { Brand } from '../../components/boards/board';
import { systemClock as clock } from '../../components/clock';
import { AppError } from '../../components/errors';
import { createFeishuClient } from '../../components/feishu/client';
import { createKnownDocuments } from '../../components/finding/known-documents';
import { createTabBoards } from '../../components/finding/tab-boards';
import { t } from '../../components/i18n/t';
import { accountPrefix } from '../../components/image-store/image-key';
import { createImageStore } from '../../components/image-store/image-store';
import { createOutbox } from '../../components/image-store/outbox';
import { sendToPage } from '../../components/messaging/send-to-page';
import { createImageFetcher } from '../../components/saving/fetch-image';
import { defaultJobTemplates } from '../../components/saving/job-files';
import { createJobRunner } from '../../components/saving/job-runner';
import { createJobStore } from '../../components/saving/job-store';
import { createBoardSaver } from '../../components/saving/save-board';
import { createFileSaver } from '../../components/saving/save-file';
import { settings } from '../../components/settings/settings';
import { createJobWatchers } from './job-watchers';
import { readPageModelOf } from './page-model-of';
import { createTaskDrawing } from './task-drawing';
import { createTaskObjectUrls } from './task-object-urls';
import { createTaskRunner } from './task-runner';

export type Parts = ReturnType<typeof createParts>;

const bytesInMegabyte = 1_000_000;
const now = (): number => clock.now();
const freshMs = async (): Promise<number> => (await settings.freshMinutes.get()) * 60_000;

/** All parts of the background, each given what it needs. */
export function createParts() {
  const accountStore = createAccountStore();
  const known = createKnownDocuments();
  const outbox = createOutbox();
  const tasks = createTaskRunner();

  const requireAccount = async (brand: Brand): Promise<Account> => {
    const account = await accountStore.get(brand);
    if (!account) throw new AppError('not-signed-in');
    return account;
  };
  const accountIdFor = async (brand: Brand): Promise<string> => (await requireAccount(brand)).accountId;
  const createClient = (brand: Brand, getToken: () => Promise<string>) =>
    createFeishuClient({
      brand,
      fetch: (...request) => fetch(...request),
      clock,
      random: Math.random,
      getToken,
    });
  // One for each brand, kept: a client holds to the API's limits over all of its calls.
  const clients = {
    feishu: createClient('feishu', async () => (await requireAccount('feishu')).token),
    lark: createClient('lark', async () => (await requireAccount('lark')).token),
  };
  const clientFor = (brand: Brand) => clients[brand];

  const budgetBytes = async (): Promise<number> => (await settings.cacheBudgetMb.get()) * bytesInMegabyte;
  const images = createImageStore({ now, budgetBytes, held: () => jobs.heldKeys() });
  const fetchImage = createImageFetcher({ store: images, clientFor, now, freshMs });
  const saver = createFileSaver({ objectUrls: createTaskObjectUrls(tasks, outbox) });
  const saveBoard = createBoardSaver({
    fetchImage,
    images,
    saver,
    accountIdFor,
    now,
    template: settings.fileNameOne.get,
  });

  const jobWatchers = createJobWatchers();
  const jobs = createJobRunner({
    jobs: createJobStore(),
    fetchImage,
    images,
    saver,
    accountIdFor,
    now,
    onChange: jobWatchers.publish,
    templates: async () => ({ ...defaultJobTemplates, name: await settings.fileNameInSet.get() }),
  });
  const tabBoards = createTabBoards({
    describePage: (tabId) => sendToPage(tabId, 'page/describe', undefined),
    readPageModel: readPageModelOf,
    accounts: accountStore,
    clientFor,
    known,
    images,
    freshMs,
    numbered: (n) => t('board_number', n),
    untitled: () => t('document_untitled'),
    clock,
  });
  const accounts = createAccounts({
    store: accountStore,
    createClient,
    clientFor,
    forget: async ({ brand, accountId }) => {
      await Promise.all([
        images.clear(accountPrefix(brand, accountId)),
        known.removeAccount(brand, accountId),
      ]);
    },
    clock,
  });

  return {
    accounts,
    budgetBytes,
    drawSvg: createTaskDrawing(tasks, outbox),
    fetchImage,
    images,
    jobs,
    jobWatchers,
    outbox,
    saveBoard,
    tabBoards,
  };
}
