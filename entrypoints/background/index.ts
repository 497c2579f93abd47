import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { keepAccountsAsSet } from '../../components/account/keep-accounts-as-set';
import { handleInBackground } from '../../components/messaging/handle-in-background';
import { serveTopics } from '../../components/messaging/serve-topics';
import { settings } from '../../components/settings/settings';
import { createAnswers } from './answers';
import { countBoards } from './badge';
import { createBoardActions } from './board-actions';
import { badgeJobs } from './job-badge';
import { notifyOfJobs } from './job-notices';
import { keepAwakeWhileJobsRun } from './keep-awake';
import { keepPolicyFromPages } from './keep-policy-from-pages';
import { registerMenus } from './menus';
import { openFirstPage } from './open-first-page';
import { createParts } from './parts';
import { createPointing } from './pointing';

/** Listeners are registered in the worker's first turn: a worker that was stopped is woken for them alone. */
export default defineBackground({
  // A classic script in Chromium: as a module it would load whole every chunk that it shares with a page. Firefox's
  // is a module, because that alone can import the tasks later.
  type: { firefox: 'module' },
  main() {
    const parts = createParts();
    const boards = createBoardActions(parts);
    const menus = registerMenus({
      'save-board': boards.saveFromMenu,
      'copy-board': boards.copyFromMenu,
      'save-all': boards.saveAllFromMenu,
    });

    browser.commands.onCommand.addListener((command, tab) => {
      if (tab?.id === undefined) return;
      if (command === 'copy-board') void boards.copyInView(tab.id);
      if (command === 'save-all') void boards.saveAllFromMenu(tab.id);
    });

    handleInBackground(createAnswers({ parts, boards, point: createPointing(parts, menus) }));
    serveTopics({
      boards: ({ tabId }, publish, signal, isAgain) =>
        parts.tabBoards.watch(
          tabId,
          (snapshot) => {
            publish(snapshot);
            if ('list' in snapshot) void countBoards(tabId, snapshot.list.rows.length);
          },
          signal,
          isAgain,
        ),
      jobs: (_, publish, signal) => {
        parts.jobWatchers.add((views) => publish(views), signal);
        void parts.jobs.list().then((jobs) => publish(parts.jobWatchers.view(jobs)));
      },
      signIn: (_, publish, signal) => parts.signIn.watch(publish, signal),
    });
    openFirstPage();
    keepPolicyFromPages();
    keepAccountsAsSet({
      setting: settings.forgetOnClose,
      accounts: parts.accounts,
      keep: (forget) => parts.tasks.run('account/keep', { forget }),
      onBrowserStart: (listener) => browser.runtime.onStartup.addListener(listener),
    });
    badgeJobs(parts.jobWatchers);
    notifyOfJobs(parts);
    keepAwakeWhileJobsRun(parts);
  },
});
