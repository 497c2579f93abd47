import type { SessionArea } from '../account/account-store';
import { createImageStore } from '../image-store/image-store';
import type { TrustedHandlers } from '../messaging/handle';
import type { TaskRequests } from '../messaging/task-requests';

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

  const loadAccountTasks = async () => (await import('./account-tasks')).createAccountTasks(deps);
  let loading: ReturnType<typeof loadAccountTasks> | undefined;
  const accounts = () => (loading ??= loadAccountTasks());

  const loadJobTasks = async () => {
    const { createJobTasks } = await import('./job-tasks');
    const slides = async () => ({ ...(await browserPictures()), ...(await content()) });
    return createJobTasks(images, slides);
  };
  let loadingJobs: ReturnType<typeof loadJobTasks> | undefined;
  const jobs = () => (loadingJobs ??= loadJobTasks());

  // One for all: it does one thing at a time, so that memory is held once.
  const loadBrowserPictures = async () => {
    const [{ createBrowserPictures }, { createLookInWorker }, { default: LookWorker }] = await Promise.all([
      import('../images/browser-pictures'),
      import('../images/look-in-worker'),
      import('../images/look-worker?worker'),
    ]);
    return createBrowserPictures((lookHere) => createLookInWorker(lookHere, () => new LookWorker()));
  };
  let loadingBrowserPictures: ReturnType<typeof loadBrowserPictures> | undefined;
  const browserPictures = () => (loadingBrowserPictures ??= loadBrowserPictures());

  const loadCheckTasks = async () => {
    const [{ createCheckTasks }, { createThumbnailStore }, { lookAt }] = await Promise.all([
      import('./check-tasks'),
      import('../image-store/thumbnail-store'),
      browserPictures(),
    ]);
    return createCheckTasks({ images, thumbnails: createThumbnailStore(), lookAt });
  };
  let loadingChecks: ReturnType<typeof loadCheckTasks> | undefined;
  const checks = () => (loadingChecks ??= loadCheckTasks());

  const loadContent = async () => (await import('./content-parts')).createContentParts(deps);
  let loadingContent: ReturnType<typeof loadContent> | undefined;
  const content = () => (loadingContent ??= loadContent());

  const loadConvertTasks = async () => {
    const [{ createConvertTasks }, parts, pictures] = await Promise.all([
      import('./convert-tasks'),
      content(),
      browserPictures(),
    ]);
    return createConvertTasks({ ...pictures, ...parts, images, now: Date.now });
  };
  let loadingConversions: ReturnType<typeof loadConvertTasks> | undefined;
  const conversions = () => (loadingConversions ??= loadConvertTasks());

  const loadPictureTasks = async () => {
    const [{ createPictureTasks }, { convert }] = await Promise.all([
      import('./picture-tasks'),
      browserPictures(),
    ]);
    const describe = async (imageKey: string) => (await conversions())['picture/describe']({ imageKey });
    return createPictureTasks({ images, convert, describe });
  };
  let loadingPictures: ReturnType<typeof loadPictureTasks> | undefined;
  const pictures = () => (loadingPictures ??= loadPictureTasks());

  return {
    'job/plan': async (params) => (await jobs())['job/plan'](params),
    'job/file': async (params) => (await jobs())['job/file'](params),
    'job/stop': async (params) => (await jobs())['job/stop'](params),
    'job/image': async (params) => (await jobs())['job/image'](params),
    'offscreen/revoke-url': async ({ url }) => {
      URL.revokeObjectURL(url);
      return null;
    },
    'picture/convert': async (params) => (await conversions())['picture/convert'](params),
    'picture/check': async (params) => (await checks())['picture/check'](params),
    'picture/thumbnail': async (params) => (await checks())['picture/thumbnail'](params),
    'picture/draw-instead': async (params) => (await conversions())['picture/draw-instead'](params),
    'picture/cancel': async (params) => (await conversions())['picture/cancel'](params),
    'picture/extras': async (params) => (await conversions())['picture/extras'](params),
    'picture/describe': async (params) => (await conversions())['picture/describe'](params),
    'picture/copy': async (params) => (await pictures())['picture/copy'](params),

    'account/sign-in': async (params) => (await accounts())['account/sign-in'](params),
    'account/sign-out': async (params) => (await accounts())['account/sign-out'](params),
    'account/check': async (params) => (await accounts())['account/check'](params),
    'account/keep': async (params) => (await accounts())['account/keep'](params),
    'account/refresh': async (params) => (await accounts())['account/refresh'](params),
    'sign-in/begin': async (params) => (await accounts())['sign-in/begin'](params),
    'sign-in/run': async (params) => (await accounts())['sign-in/run'](params),
    'sign-in/redirected': async (params) => (await accounts())['sign-in/redirected'](params),
    'sign-in/cancel': async (params) => (await accounts())['sign-in/cancel'](params),
  };
}
