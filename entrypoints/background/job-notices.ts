import browser from 'webextension-polyfill';
import { errorText } from '../../components/i18n/error-text';
import { tCount } from '../../components/i18n/t-count';
import { createJobNotices } from '../../components/saving/job-notices';
import type { JobView } from '../../components/saving/view-job';
import type { Parts } from './parts';
import { showFile } from './show-file';

/** Says by the browser's notifications, where the user has allowed them, what came of long jobs, and leads to it. */
export function notifyOfJobs({ jobs, jobWatchers }: Parts): void {
  const { add, isWatched } = jobWatchers;
  add(createJobNotices({ now: Date.now, isWatched, tell: (view) => void notify(view) }));
  const onClick = (jobId: string): void => {
    // A job that waits has no file yet: the settings are where one signs in.
    showFile(jobs, jobId).catch(() => browser.runtime.openOptionsPage());
  };
  const listen = (): void => allowed()?.onClicked.addListener(onClick);
  listen();
  // The user may allow them in the middle of a job.
  browser.permissions.onAdded.addListener(listen);
}

async function notify({ id, documentTitle, error, saved, failed }: JobView): Promise<void> {
  const notifications = allowed();
  if (!notifications) return;
  const words = error ? [errorText(error).sentence] : [tCount('job_done', saved)];
  if (failed > 0) words.push(tCount('job_failed', failed));
  await notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icon/128.png'),
    title: documentTitle,
    message: words.join('\n'),
  });
}

/** Chromium has the namespace when it has the permission; Firefox has its name before. */
function allowed(): typeof browser.notifications | undefined {
  return browser.notifications;
}
