import { accountStatus } from '../../components/account/account-status';
import { brands } from '../../components/brand';
import { AppError } from '../../components/errors';
import type { BackgroundHandlers } from '../../components/messaging/handle-in-background';
import type { CacheUsage } from '../../components/messaging/protocol';
import { readPolicy } from '../../components/settings/policy';
import { settings } from '../../components/settings/settings';
import { countBoards } from './badge';
import { companyHosts } from './company-hosts';
import type { createBoardActions } from './board-actions';
import type { Parts } from './parts';
import type { createPointing } from './pointing';
import { sessionArea } from './session-area';
import { showFile } from './show-file';

interface AnswersDeps {
  parts: Parts;
  boards: ReturnType<typeof createBoardActions>;
  point: ReturnType<typeof createPointing>;
}

/** What the background answers to each request. */
export function createAnswers({ parts, boards, point }: AnswersDeps): BackgroundHandlers {
  const { accounts, budgetBytes, images, jobs, signIn, tabBoards, tasks } = parts;

  const usage = async (): Promise<CacheUsage> => ({
    ...(await images.usage()),
    budgetBytes: await budgetBytes(),
  });
  const askingTab = (tabId: number | undefined): number => {
    if (tabId === undefined) throw new AppError('message-invalid');
    return tabId;
  };

  return {
    'board/save': async ({ tabId, blockId, recipe }) => boards.save(tabId, blockId, recipe),
    'task/run': ({ name, params }) => tasks.run(name, params),
    'board/fetch': async ({ tabId, blockId, fresh }) => boards.fetchBoard(tabId, blockId, fresh),

    'board/find': async ({ tabId, blockId }) => done(boards.find(tabId, blockId)),

    'job/start': async ({ tabId, blockIds, output, fresh }) => ({
      jobId: (await boards.startJob(tabId, blockIds, output, fresh)).jobId,
    }),
    'job/start-wiki': async ({ tabId, output, fresh }) => ({
      jobId: await boards.startWiki(tabId, output, fresh),
    }),
    'job/cancel': async ({ jobId }) => done(jobs.cancel(jobId)),
    'job/pause': async ({ jobId }) => done(jobs.pause(jobId)),
    'job/resume': async ({ jobId, asZip }) => done(jobs.goOn(jobId, asZip)),
    'job/keep': async ({ jobId }) => done(jobs.keep(jobId)),
    'job/retry': async ({ jobId }) => done(jobs.retry(jobId)),
    'job/dismiss': async ({ jobId }) => done(jobs.dismiss(jobId)),
    'job/show': async ({ jobId }) => done(showFile(jobs, jobId)),

    'account/status': async () => {
      const signedIn = await accounts.list();
      return brands.map((brand) =>
        accountStatus(
          brand,
          signedIn.find((account) => account.brand === brand),
        ),
      );
    },
    'account/sign-in': async ({ brand, token }) => {
      const forget = await settings.forgetOnClose.get();
      const hosts = await companyHosts(brand);
      const check = await tasks.run('account/sign-in', { brand, hosts, pasted: token, forget });
      void jobs.wake(true);
      return check;
    },
    'account/sign-out': ({ brand }) => tasks.run('account/sign-out', { brand }),
    'account/check': ({ brand }) => tasks.run('account/check', { brand }),

    'sign-in/begin': (request) => done(signIn.begin(request)),
    'sign-in/show': () => done(signIn.show()),
    'sign-in/cancel': () => signIn.cancel(),
    'sign-in/changed': () => done(signIn.changed()),
    'session/get': ({ key }) => sessionArea.get(key),
    'session/set': ({ key, value }) => done(sessionArea.set(key, value)),

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
    'page/allowed': async () => ({
      copying: (await readPolicy()).allowClipboard,
      toolbar: await settings.toolbar.get(),
    }),
    'page/save-board': async ({ blockId }, { tabId }) => boards.saveForPage(askingTab(tabId), blockId),
    'page/board-png': async ({ blockId }, { tabId }) => boards.png(askingTab(tabId), blockId),
  };
}

async function done(work: Promise<unknown>): Promise<null> {
  await work;
  return null;
}
