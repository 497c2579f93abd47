import type { Job } from '../../components/saving/job';

/** Least time between two snapshots, in ms: a job changes oftener than anybody can see. */
const pauseMs = 100;

type Publish = (jobs: Job[]) => void;

/** Everybody who watches the jobs, told at once of the first change and then of the last in every pause. */
export function createJobWatchers(): {
  publish: Publish;
  add(publish: Publish, signal?: AbortSignal): void;
} {
  const watchers = new Set<Publish>();
  let latest: Job[] = [];
  let isDue = false;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const tell = (): void => {
    isDue = false;
    for (const publish of watchers) publish(latest);
    pause = setTimeout(() => {
      pause = undefined;
      if (isDue) tell();
    }, pauseMs);
  };
  return {
    publish(jobs) {
      latest = jobs;
      isDue = true;
      if (pause === undefined) tell();
    },
    add(publish, signal) {
      watchers.add(publish);
      signal?.addEventListener('abort', () => watchers.delete(publish), { once: true });
    },
  };
}
