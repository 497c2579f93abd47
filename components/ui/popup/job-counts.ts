import type { JobView } from '../../saving/view-job';

/** Whether the job is still at work, or wants a word from the user before it goes on. */
export function isOpen({ state }: JobView): boolean {
  return state !== 'done' && state !== 'failed' && state !== 'cancelled';
}

/** The job to show: the newest of this page, else one of another page that is not over. */
export function chooseJob(jobs: readonly JobView[], pageUrl: string | undefined): JobView | undefined {
  const newestFirst = [...jobs].sort((one, other) => other.createdAt - one.createdAt);
  return (
    newestFirst.find((job) => withoutFragment(job.pageUrl) === withoutFragment(pageUrl)) ??
    newestFirst.find(isOpen)
  );
}

/** The fragment says where in the document the reader is, and changes while they read. */
export function withoutFragment(url: string | undefined): string | undefined {
  return url?.split('#', 1)[0];
}
