import browser from 'webextension-polyfill';
import { errorText } from '../../components/i18n/error-text';
import { tCount } from '../../components/i18n/t-count';
import { createJobNotices } from '../../components/saving/job-notices';
import type { JobView } from '../../components/saving/view-job';
import type { createJobWatchers } from './job-watchers';

/** Says by the browser's notifications, where the user has allowed them, what came of long jobs. */
export function notifyOfJobs({ add, isWatched }: ReturnType<typeof createJobWatchers>): void {
  add(createJobNotices({ now: Date.now, isWatched, tell: (view) => void notify(view) }));
}

async function notify({ id, documentTitle, error, saved, failed }: JobView): Promise<void> {
  // The namespace is there when the permission is.
  if (!('notifications' in browser)) return;
  const words = error ? [errorText(error).sentence] : [tCount('job_done', saved)];
  if (failed > 0) words.push(tCount('job_failed', failed));
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icon/128.png'),
    title: documentTitle,
    message: words.join('\n'),
  });
}
