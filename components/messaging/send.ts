import browser from 'webextension-polyfill';
import { AppError } from '../errors';
import { type Envelope, exchange } from './envelope';
import type { BackgroundParams, BackgroundReplies, BackgroundRequest } from './protocol';
import type { PageTask } from './page-tasks';
import type { TaskRequests } from './task-requests';

type NoParams<Params, Rest> = undefined extends Params ? [params?: Params] : Rest;

/**
 * Asks the background.
 * @throws AppError what the background failed with; `extension-updated` when it is gone for good, as in a
 * page that was open while the extension was updated
 */
export async function sendToBackground<Name extends BackgroundRequest>(
  name: Name,
  ...[params]: NoParams<BackgroundParams<Name>, [params: BackgroundParams<Name>]>
): Promise<BackgroundReplies[Name]> {
  const envelope: Envelope = { target: 'background', name, params };
  const value = await exchange(() => browser.runtime.sendMessage(envelope), 'extension-updated');
  // Our own background is believed: it is the most trusted context that there is.
  return value as BackgroundReplies[Name];
}

/** Has a task done, from one of our own pages. @throws AppError what the task failed with */
export async function runTask<Name extends PageTask>(
  name: Name,
  params: TaskRequests[Name]['params'],
): Promise<TaskRequests[Name]['reply']> {
  const envelope: Envelope = { target: 'background', name: 'task/run', params: { name, params } };
  const value = await exchange(() => browser.runtime.sendMessage(envelope), 'extension-updated');
  return value as TaskRequests[Name]['reply'];
}

/**
 * For how long the offscreen document is asked again where nobody hears, in ms: an earlier life of this worker may have
 * begun to open it, which takes a slow machine a second, or have closed it, which it does only where no task has begun.
 */
const patienceMs = 6000;

/**
 * Asks the offscreen document.
 * @param hold opens it, unless it is open, and keeps it until what it resolves to is called
 * @throws AppError what the task failed with; `unexpected` where nobody hears
 */
export async function sendToOffscreen<Name extends keyof TaskRequests>(
  hold: () => Promise<() => void>,
  name: Name,
  params: TaskRequests[Name]['params'],
): Promise<TaskRequests[Name]['reply']> {
  const envelope: Envelope = { target: 'offscreen', name, params };
  const until = performance.now() + patienceMs;
  for (let waitMs = 25; ; waitMs *= 2) {
    const release = await hold();
    try {
      const value = await exchange(() => browser.runtime.sendMessage(envelope), 'page-unreachable');
      return value as TaskRequests[Name]['reply'];
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.code !== 'page-unreachable') throw thrown;
      if (performance.now() > until) throw new AppError('unexpected', {}, { cause: thrown });
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    } finally {
      release();
    }
  }
}
