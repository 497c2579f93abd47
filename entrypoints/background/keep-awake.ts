import browser from 'webextension-polyfill';
import { isFinished } from '../../components/saving/job-store';
import type { Parts } from './parts';

const alarm = 'resume-jobs';

/** The least that Chromium allows, in minutes. */
const alarmEveryMinutes = 0.5;

/** Chromium stops a worker after 30 s without an event; a call of an extension API counts as one. In ms. */
const callEveryMs = 20_000;

/**
 * A worker that has work stays awake, and one that was stopped all the same is woken by an alarm and takes
 * its jobs up again from their records.
 * Source: https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle
 */
export function keepAwakeWhileJobsRun({ images, jobs, jobWatchers, outbox }: Parts): void {
  let calling: ReturnType<typeof setInterval> | undefined;

  const follow = (isBusy: boolean): void => {
    if (isBusy && calling === undefined) {
      calling = setInterval(() => void browser.runtime.getPlatformInfo(), callEveryMs);
      void browser.alarms.create(alarm, { periodInMinutes: alarmEveryMinutes });
    } else if (!isBusy && calling !== undefined) {
      clearInterval(calling);
      calling = undefined;
      void browser.alarms.clear(alarm);
    }
  };
  jobWatchers.add((all) => follow(all.some((job) => !isFinished(job))));

  // The alarm's event is enough: it starts the worker, and the worker's start resumes the jobs.
  browser.alarms.onAlarm.addListener(() => void jobs.resume());
  const start = async (): Promise<void> => {
    // What an earlier life of this worker left on the way between two contexts, nobody will come for.
    await outbox.clear();
    await images.sweep();
    await jobs.resume();
    if ((await jobs.list()).every(isFinished)) await browser.alarms.clear(alarm);
  };
  void start();
}
