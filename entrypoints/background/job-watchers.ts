import type { Job } from '../../components/saving/job';
import { createEstimates, type JobView, viewJob } from '../../components/saving/view-job';

/** Least time between two snapshots, in ms: a job changes oftener than anybody can see. */
const pauseMs = 200;

/** Single boards are among the jobs, and not among the views. */
type Watch = (views: JobView[], jobs: Job[]) => void;

/**
 * Everybody who watches the jobs, told at once of the first change and then of the last in every pause; and at once
 * when a job comes to another state.
 */
export function createJobWatchers(now: () => number): {
  publish(jobs: Job[]): void;
  /** The first snapshot comes with the next change; `view` has one at once. */
  add(publish: Watch, signal?: AbortSignal): void;
  view(jobs: Job[]): JobView[];
  /** Whether somebody watches who may go: an open popup. */
  isWatched(): boolean;
} {
  const watchers = new Set<Watch>();
  const estimate = createEstimates(now);
  let latest: Job[] = [];
  let guests = 0;
  let states = '';
  let isDue = false;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const view = (jobs: Job[]): JobView[] =>
    jobs.filter(({ isSingle }) => !isSingle).map((job) => viewJob(job, estimate(job)));
  const tell = (): void => {
    isDue = false;
    const views = view(latest);
    for (const publish of watchers) publish(views, latest);
    pause = setTimeout(() => {
      pause = undefined;
      if (isDue) tell();
    }, pauseMs);
  };
  return {
    publish(jobs) {
      latest = jobs;
      isDue = true;
      const before = states;
      states = jobs.map(({ id, state }) => id + state).join();
      if (states !== before) clearTimeout(pause);
      else if (pause !== undefined) return;
      tell();
    },
    add(publish, signal) {
      watchers.add(publish);
      if (!signal) return;
      guests += 1;
      const leave = (): void => {
        guests -= 1;
        watchers.delete(publish);
      };
      signal.addEventListener('abort', leave, { once: true });
    },
    view,
    isWatched: () => guests > 0,
  };
}
