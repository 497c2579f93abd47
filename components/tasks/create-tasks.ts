import type { SessionArea } from '../account/account-store';
import { AppError } from '../errors';
import { createImageStore } from '../image-store/image-store';
import { createOutbox } from '../image-store/outbox';
import { drawSvg } from '../images/draw-svg';
import type { TrustedHandlers } from '../messaging/handle';
import type { OffscreenRequests } from '../messaging/protocol';

/** What each task is asked with, and what it answers. */
export type Tasks = TrustedHandlers<OffscreenRequests>;

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
  const outbox = createOutbox();
  // The background alone writes pictures: the budget is its business.
  const images = createImageStore({ now: Date.now, budgetBytes: async () => Infinity });

  const loadAccountTasks = async () => (await import('./account-tasks')).createAccountTasks(deps);
  let loading: ReturnType<typeof loadAccountTasks> | undefined;
  const accounts = () => (loading ??= loadAccountTasks());

  const loadJobTasks = async () => (await import('./job-tasks')).createJobTasks(images);
  let loadingJobs: ReturnType<typeof loadJobTasks> | undefined;
  const jobs = () => (loadingJobs ??= loadJobTasks());

  const take = async (outboxId: string): Promise<Blob> => {
    const blob = await outbox.get(outboxId);
    if (!blob) throw new AppError('storage-failed');
    return blob;
  };

  return {
    'job/plan': async (params) => (await jobs())['job/plan'](params),
    'job/file': async (params) => (await jobs())['job/file'](params),
    'job/image': async (params) => (await jobs())['job/image'](params),
    'offscreen/revoke-url': async ({ url }) => {
      URL.revokeObjectURL(url);
      return null;
    },
    'offscreen/draw-svg': async ({ outboxId }) => ({
      outboxId: await outbox.put(await drawSvg(await take(outboxId))),
    }),

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
