import type { SessionArea } from '../account/account-store';
import { createImageStore } from '../image-store/image-store';
import type { TrustedHandlers } from '../messaging/handle';
import type { TaskRequests } from '../messaging/task-requests';
import { once } from '../once';
import { forward } from './forward';

/** What each task is asked with, and what it answers. */
export type Tasks = TrustedHandlers<TaskRequests>;

export interface TasksDeps {
  session: SessionArea;
  /** Tells that the sign-in on disk has changed. */
  signInChanged: () => void;
}

/**
 * The background's tasks that need a DOM, or are too large to be loaded whenever it starts. What only some of them
 * need is imported when it is needed.
 */
export function createTasks(deps: TasksDeps): Tasks {
  // The background alone writes pictures: the budget is its business.
  const images = createImageStore({ now: Date.now, budgetBytes: async () => Infinity });

  const accounts = once(async () => (await import('./account-tasks')).createAccountTasks(deps));
  const content = once(async () => (await import('./content-parts')).createContentParts(deps));
  // One for all: it does one thing at a time, so that memory is held once.
  const browserPictures = once(async () => {
    const [{ createBrowserPictures }, { createLookInWorker }, { default: LookWorker }] = await Promise.all([
      import('../images/browser-pictures'),
      import('../images/look-in-worker'),
      import('../images/look-worker?worker'),
    ]);
    return createBrowserPictures((lookHere) => createLookInWorker(lookHere, () => new LookWorker()));
  });
  const jobs = once(async () => {
    const { createJobTasks } = await import('./job-tasks');
    const slides = async () => ({ ...(await browserPictures()), ...(await content()) });
    return createJobTasks(images, slides);
  });
  const checks = once(async () => {
    const [{ createCheckTasks }, { createThumbnailStore }, { lookAt }] = await Promise.all([
      import('./check-tasks'),
      import('../image-store/thumbnail-store'),
      browserPictures(),
    ]);
    return createCheckTasks({ images, thumbnails: createThumbnailStore(), lookAt });
  });
  const conversions = once(async () => {
    const [{ createConvertTasks }, parts, pictures] = await Promise.all([
      import('./convert-tasks'),
      content(),
      browserPictures(),
    ]);
    return createConvertTasks({ ...pictures, ...parts, images, now: Date.now });
  });
  const copies = once(async () => {
    const [{ createPictureTasks }, { convert }] = await Promise.all([
      import('./picture-tasks'),
      browserPictures(),
    ]);
    const describe = async (imageKey: string) => (await conversions())['picture/describe']({ imageKey });
    return createPictureTasks({ images, convert, describe });
  });

  return {
    'offscreen/revoke-url': async ({ url }) => {
      URL.revokeObjectURL(url);
      return null;
    },
    ...forward(jobs, ['job/plan', 'job/file', 'job/stop', 'job/image']),
    ...forward(checks, ['picture/check', 'picture/thumbnail']),
    ...forward(conversions, [
      'picture/convert',
      'picture/cancel',
      'picture/draw-instead',
      'picture/extras',
      'picture/describe',
    ]),
    ...forward(copies, ['picture/copy']),
    ...forward(accounts, [
      'account/sign-in',
      'account/sign-out',
      'account/check',
      'account/keep',
      'account/refresh',
      'sign-in/begin',
      'sign-in/run',
      'sign-in/redirected',
      'sign-in/cancel',
    ]),
  };
}
