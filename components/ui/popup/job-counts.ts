import type { JobView } from '../../saving/view-job';

/** Whether the job is still at work, or wants a word from the user before it goes on. */
export function isOpen({ state }: JobView): boolean {
  return state !== 'done' && state !== 'failed' && state !== 'cancelled';
}

interface ShownJobs {
  /** The newest of this page. */
  here: JobView | undefined;
  /** One of another page. */
  elsewhere: JobView | undefined;
}

/**
 * The jobs to show.
 * @param followed ids of jobs that were seen at work: of those of other pages, one that is over is shown if somebody
 * has waited for it here
 */
export function chooseJobs(
  jobs: readonly JobView[],
  pageUrl: string | undefined,
  followed: ReadonlySet<string>,
): ShownJobs {
  const newestFirst = [...jobs].sort((one, other) => other.createdAt - one.createdAt);
  const isHere = (job: JobView): boolean => withoutFragment(job.pageUrl) === withoutFragment(pageUrl);
  const others = newestFirst.filter((job) => !isHere(job));
  return {
    here: newestFirst.find(isHere),
    elsewhere: others.find(isOpen) ?? others.find(({ id }) => followed.has(id)),
  };
}

/** The fragment says where in the document the reader is, and changes while they read. */
export function withoutFragment(url: string | undefined): string | undefined {
  return url?.split('#', 1)[0];
}
