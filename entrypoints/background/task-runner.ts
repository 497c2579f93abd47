import type { TaskRequests } from '../../components/messaging/task-requests';
import { sendToOffscreen } from '../../components/messaging/send';
import type { TasksDeps } from '../../components/tasks/create-tasks';
import { createOffscreenDocument } from './offscreen-document';

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

/** In Chromium an offscreen document, opened when it is needed; where the background has a DOM, the background. */
export function createTaskRunner(deps: TasksDeps): TaskRunner {
  return BACKGROUND_HAS_DOM ? createOwnTaskRunner(deps) : createOffscreenTaskRunner();
}

function createOffscreenTaskRunner(): TaskRunner {
  const { hold } = createOffscreenDocument();
  return {
    run: (name, params) => sendToOffscreen(hold, name, params),
    hold,
  };
}

function createOwnTaskRunner(deps: TasksDeps): TaskRunner {
  let loading: ReturnType<typeof load> | undefined;
  const load = async () => (await import('../../components/tasks/create-tasks')).createTasks(deps);
  return {
    async run(name, params) {
      loading ??= load();
      return (await loading)[name](params);
    },
    hold: async () => () => {},
  };
}
