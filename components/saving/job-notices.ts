import { isFinished } from './job';
import { goesOnByItself } from './job-failures';
import type { JobView } from './view-job';

export interface JobNoticesDeps {
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Whether somebody sees how the jobs go. */
  isWatched: () => boolean;
  /** Says what came of a job. */
  tell: (view: JobView) => void;
}

/** In ms: where a job is done sooner, the user who started it is still there and needs no notice. */
const longJobMs = 60_000;

/** Tells of long jobs that come to their end, or wait for a sign-in or a decision, while nobody watches: each time once. */
export function createJobNotices({ now, isWatched, tell }: JobNoticesDeps): (views: JobView[]) => void {
  /** Jobs that this life of the worker has seen at work. */
  const atWork = new Set<string>();
  return (views) => {
    for (const view of views) {
      if (!needsSomebody(view)) {
        atWork.add(view.id);
        continue;
      }
      const isNews = atWork.delete(view.id) && view.state !== 'cancelled';
      if (isNews && now() - view.createdAt >= longJobMs && !isWatched()) tell(view);
    }
  };
}

function needsSomebody(view: JobView): boolean {
  const { state, error } = view;
  return isFinished(view) || (state === 'waiting' && !goesOnByItself(error));
}
