import type { Job, JobItem } from '../../saving/job';

/** A job in numbers. */
export interface JobCounts {
  total: number;
  /** Boards that are decided: fetched or failed. */
  decided: number;
  /** Boards whose files are on disk. */
  saved: number;
  failed: JobItem[];
  /** Boards that an older picture stands in for. */
  older: number;
  /** Size of what was fetched. */
  bytes: number;
}

/** Counts the boards of `job`. */
export function countJob({ items }: Job): JobCounts {
  const inState = (...states: JobItem['state'][]): JobItem[] =>
    items.filter(({ state }) => states.includes(state));
  return {
    total: items.length,
    decided: inState('stored', 'saved', 'failed').length,
    saved: inState('saved').length,
    failed: inState('failed'),
    older: items.filter(({ stoodInFrom, state }) => stoodInFrom !== undefined && state !== 'failed').length,
    bytes: items.reduce((sum, { bytes = 0 }) => sum + bytes, 0),
  };
}

/** Whether the job is still at work. */
export function isUnderWay({ state }: Job): boolean {
  return state === 'running' || state === 'saving';
}

/** The job to show: the newest of this page, else one of another page that is under way. */
export function chooseJob(jobs: readonly Job[], pageUrl: string | undefined): Job | undefined {
  const newestFirst = [...jobs].sort((one, other) => other.createdAt - one.createdAt);
  return (
    newestFirst.find((job) => withoutFragment(job.pageUrl) === withoutFragment(pageUrl)) ??
    newestFirst.find(isUnderWay)
  );
}

/** The fragment says where in the document the reader is, and changes while they read. */
export function withoutFragment(url: string | undefined): string | undefined {
  return url?.split('#', 1)[0];
}
