import browser from 'webextension-polyfill';
import { AppError } from '../../components/errors';
import type { BackgroundHandlers } from '../../components/messaging/handle-in-background';
import type { CacheUsage } from '../../components/messaging/protocol';
import type { createBoardActions } from './board-actions';
import type { Parts } from './parts';

interface AnswersDeps {
  parts: Parts;
  boards: ReturnType<typeof createBoardActions>;
  /** Shows the menu items, or hides them. */
  showMenu: (over: boolean) => Promise<void>;
}

/** What the background answers to each request. */
export function createAnswers({ parts, boards, showMenu }: AnswersDeps): BackgroundHandlers {
  const { accounts, budgetBytes, images, jobs, tabBoards } = parts;

  const usage = async (): Promise<CacheUsage> => ({
    ...(await images.usage()),
    budgetBytes: await budgetBytes(),
  });
  const askingTab = (tabId: number | undefined): number => {
    if (tabId === undefined) throw new AppError('message-invalid');
    return tabId;
  };

  return {
    'board/save': async ({ tabId, blockId }) => boards.save(tabId, blockId),
    'board/fetch': async ({ tabId, blockId, fresh }) => boards.fetchBoard(tabId, blockId, fresh),

    'job/start': async ({ tabId, blockIds, output }) => {
      const { account, boards: items, title, url } = await tabBoards.resolve(tabId, blockIds);
      const { brand } = account;
      return { jobId: await jobs.start({ brand, documentTitle: title, items, output, pageUrl: url }) };
    },
    'job/cancel': async ({ jobId }) => done(jobs.cancel(jobId)),
    'job/retry': async ({ jobId }) => done(jobs.retry(jobId)),
    'job/dismiss': async ({ jobId }) => done(jobs.dismiss(jobId)),
    'job/show': async ({ jobId }) => {
      const job = (await jobs.list()).find(({ id }) => id === jobId);
      const downloadId = job?.downloadIds.at(-1);
      if (downloadId === undefined) throw new AppError('job-missing');
      await browser.downloads.show(downloadId);
      return null;
    },

    'account/status': () => accounts.status(),
    'account/sign-in': ({ brand, token }) => accounts.signIn(brand, token),
    'account/sign-out': async ({ brand }) => done(accounts.signOut(brand)),
    'account/check': ({ brand }) => accounts.check(brand),

    'cache/usage': usage,
    'cache/clear': async () => {
      await images.clear();
      tabBoards.refresh();
      return usage();
    },

    'pointer/board': async ({ blockId }) => done(showMenu(blockId !== null)),
    'page/board-png': async ({ blockId }, { tabId }) => boards.png(askingTab(tabId), blockId),
  };
}

async function done(work: Promise<unknown>): Promise<null> {
  await work;
  return null;
}
