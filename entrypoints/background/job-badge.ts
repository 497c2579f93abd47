import { isUnderWay } from '../../components/saving/job';
import type { JobView } from '../../components/saving/view-job';
import { showProgress } from './badge';
import type { createJobWatchers } from './job-watchers';

/** Shows on the toolbar icon how far the job at work is, in hundredths; of one that waits, that it does. */
export function badgeJobs({ add }: Pick<ReturnType<typeof createJobWatchers>, 'add'>): void {
  add((views) => {
    const view = views.find(isUnderWay) ?? views.find(({ state }) => state === 'waiting');
    void showProgress(view && textOf(view), view?.documentTitle);
  });
}

function textOf({ state, decided, total }: JobView): string {
  if (state === 'waiting') return '!';
  return state === 'counting' ? '…' : `${Math.floor((100 * decided) / Math.max(1, total))}%`;
}
