import { browser } from 'wxt/browser';
import type { SignedIn } from '../../components/account/signed-in';
import { createOffscreenDocument } from '../../components/messaging/offscreen-document';
import type { TaskRequests } from '../../components/messaging/task-requests';
import { sendToOffscreen } from '../../components/messaging/send';
import { once } from '../../components/once';
import type { TasksDeps } from '../../components/tasks/create-tasks';

/**
 * Runs the tasks of `components/tasks/` for the background, which has no DOM (Chromium), or should not
 * carry them all along whenever it starts (Firefox).
 */
export interface TaskRunner {
  /** Runs one task, and fails as it does. What it makes and does not hand over is gone afterwards: see `hold`. */
  run<Name extends keyof TaskRequests>(
    name: Name,
    params: TaskRequests[Name]['params'],
  ): Promise<TaskRequests[Name]['reply']>;
  /** Keeps the place where tasks run, and the object URLs made there, until the returned function is called. */
  hold(): Promise<() => void>;
}

export interface TaskRunnerDeps extends TasksDeps {
  /** Runs what may change who is signed in. */
  changing: SignedIn['changing'];
}

/** In Chromium an offscreen document, opened when it is needed; where the background has a DOM, the background. */
export function createTaskRunner({ changing, ...deps }: TaskRunnerDeps): TaskRunner {
  const { run, hold } = BACKGROUND_HAS_DOM ? createOwnTaskRunner(deps) : createOffscreenTaskRunner();
  return {
    run: (name, params) =>
      /^(account|sign-in)\//.test(name) ? changing(() => run(name, params)) : run(name, params),
    hold,
  };
}

function createOffscreenTaskRunner(): TaskRunner {
  const { hold } = createOffscreenDocument({
    isOpen: () => browser.offscreen.hasDocument(),
    open: () =>
      browser.offscreen.createDocument({
        url: '/offscreen.html',
        reasons: ['BLOBS', 'DOM_PARSER'],
        justification: 'Object URLs for files to download, and drawing SVG boards as PNG.',
      }),
    close: () => browser.offscreen.closeDocument(),
    unlessBusy: (work) =>
      navigator.locks.request('task', { ifAvailable: true }, async (idle) => {
        if (idle) await work();
      }),
  });
  return {
    run: (name, params) => sendToOffscreen(hold, name, params),
    hold,
  };
}

function createOwnTaskRunner(deps: TasksDeps): TaskRunner {
  const tasks = once(async () => (await import('../../components/tasks/create-tasks')).createTasks(deps));
  return {
    run: async (name, params) => (await tasks())[name](params),
    hold: async () => () => {},
  };
}
