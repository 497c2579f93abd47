import browser from 'webextension-polyfill';
import { isUnderWay, type Job } from '../../components/saving/job';
import { goesOnByItself } from '../../components/saving/job-failures';
import type { Parts } from './parts';

const alarm = 'resume-jobs';

/**
 * In minutes. The least that Chromium allows is half a minute. Firefox suspends a background page that has had no event
 * for half a minute, whatever it does meanwhile: there the alarm has to come earlier.
 * Source: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Background_scripts
 */
const alarmEveryMinutes = BACKGROUND_HAS_DOM ? 1 / 3 : 0.5;

/** Chromium stops a worker after 30 s without an event; a call of an extension API counts as one. In ms. */
const callEveryMs = 20_000;

/**
 * A worker that has work stays awake, and one that was stopped all the same is woken by an alarm and takes
 * its jobs up again from their records.
 * Source: https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle
 */
export function keepAwakeWhileJobsRun({ images, jobs, jobWatchers }: Parts): void {
  let calling: ReturnType<typeof setInterval> | undefined;

  let isDue = false;

  const follow = (all: readonly Job[]): void => {
    const isBusy = all.some(isUnderWay);
    if (isBusy) calling ??= setInterval(() => void browser.runtime.getPlatformInfo(), callEveryMs);
    else {
      clearInterval(calling);
      calling = undefined;
    }
    // What waits for the network or the disk is tried again now and then.
    const mayGoOn = isBusy || all.some(({ state, error }) => state === 'waiting' && goesOnByItself(error));
    if (mayGoOn === isDue) return;
    isDue = mayGoOn;
    if (isDue) void browser.alarms.create(alarm, { periodInMinutes: alarmEveryMinutes });
    else void browser.alarms.clear(alarm);
  };
  jobWatchers.add((_, all) => follow(all));

  // A browser that starts may have forgotten its alarms: being listened for starts the worker, and so its jobs.
  browser.runtime.onStartup.addListener(() => void jobs.wake());
  // The alarm's event is enough: it starts the worker, and the worker's start resumes the jobs.
  browser.alarms.onAlarm.addListener(() => void jobs.wake());
  const start = async (): Promise<void> => {
    await images.sweep();
    await jobs.wake();
    if (!(await jobs.list()).some(isUnderWay)) await browser.alarms.clear(alarm);
  };
  void start();
}
