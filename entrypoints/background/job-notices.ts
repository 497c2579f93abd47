import browser from 'webextension-polyfill';
import { createJobNotices } from '../../components/saving/job-notices';
import type { JobView } from '../../components/saving/view-job';
import { spokenText } from '../../components/ui/popup/job-text';
import type { createJobWatchers } from './job-watchers';

/** Says by the browser's notifications, where the user has allowed them, what came of long jobs. */
export function notifyOfJobs({ add, isWatched }: ReturnType<typeof createJobWatchers>): void {
  add(createJobNotices({ now: Date.now, isWatched, tell: (view) => void notify(view) }));
}

async function notify(view: JobView): Promise<void> {
  // The namespace is there when the permission is.
  if (!('notifications' in browser)) return;
  await browser.notifications.create(view.id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icon/128.png'),
    title: view.documentTitle,
    message: spokenText(view, true),
  });
}
