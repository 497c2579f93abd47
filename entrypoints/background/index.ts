import { defineBackground } from 'wxt/utils/define-background';
import { handleInBackground } from '../../components/messaging/handle-in-background';
import { serveTopics } from '../../components/messaging/serve-topics';
import { createAnswers } from './answers';
import { createBoardActions } from './board-actions';
import { keepAwakeWhileJobsRun } from './keep-awake';
import { registerMenus } from './menus';
import { createParts } from './parts';

/** Listeners are registered in the worker's first turn: a worker that was stopped is woken for them alone. */
export default defineBackground({
  main() {
    const parts = createParts();
    const boards = createBoardActions(parts);
    const menus = registerMenus({ save: boards.saveFromMenu, copy: boards.copyFromMenu });

    handleInBackground(createAnswers({ parts, boards, showMenu: menus.show }));
    serveTopics({
      boards: ({ tabId }, publish, signal) => parts.tabBoards.watch(tabId, publish, signal),
      jobs: (_, publish, signal) => {
        parts.jobWatchers.add(publish, signal);
        void parts.jobs.list().then(publish);
      },
    });
    keepAwakeWhileJobsRun(parts);
  },
});
