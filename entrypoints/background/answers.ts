import browser from 'webextension-polyfill';
import { AppError } from '../../components/errors';
import type { BackgroundHandlers } from '../../components/messaging/handle-in-background';
import type { CacheUsage } from '../../components/messaging/protocol';
import { countBoards } from './badge';
import type { createBoardActions } from './board-actions';
import type { Parts } from './parts';
import type { createPointing } from './pointing';

interface AnswersDeps {
  parts: Parts;
  boards: ReturnType<typeof createBoardActions>;
  point: ReturnType<typeof createPointing>;
}

/** What the background answers to each request. */
export function createAnswers({ parts, boards, point }: AnswersDeps): BackgroundHandlers {
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

    'board/find': async ({ tabId, blockId }) => done(boards.find(tabId, blockId)),

    'job/start': async ({ tabId, blockIds, output }) => ({
      jobId: (await boards.startJob(tabId, blockIds, output)).jobId,
    }),
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

    'pointer/board': async ({ blockId, bare }, { tabId }) => point(askingTab(tabId), blockId, bare),
    'page/changed': async (_, { tabId }) => {
      tabBoards.changed(askingTab(tabId));
      return done(countBoards(askingTab(tabId), 0));
    },
    'page/save-board': async ({ blockId }, { tabId }) => boards.saveForPage(askingTab(tabId), blockId),
    'page/board-png': async ({ blockId }, { tabId }) => boards.png(askingTab(tabId), blockId),
  };
}

async function done(work: Promise<unknown>): Promise<null> {
  await work;
  return null;
}
