import { AppError } from '../errors';
import type { Job, JobItem } from './job';
import { type JobStore, surplusJobs } from './job-store';

/** The jobs in memory, each change told at once and written to the store behind it. */
export interface JobRecords {
  /** Oldest first. */
  all(): Job[];
  /** @throws `job-missing` */
  get(id: string): Job;
  add(job: Job): Promise<void>;
  /** Changes a job; resolves when the change, and all before it, are on disk. A job that is gone stays gone. */
  change(id: string, change: Partial<Job>): Promise<void>;
  /** The same for one item of a job. */
  changeItem(id: string, index: number, change: Partial<JobItem>): Promise<void>;
  remove(id: string): Promise<void>;
}

/**
 * A job of hundreds of boards changes several times a second, and its record is written whole: so while one
 * write is under way, all changes that come meanwhile wait for one write after it.
 */
export function createJobRecords(
  store: JobStore,
  loaded: readonly Job[],
  onChange: (jobs: Job[]) => void,
): JobRecords {
  const jobs = new Map(loaded.map((job) => [job.id, job]));
  const writing = new Map<string, Promise<void>>();
  const next = new Map<string, Promise<void>>();
  const all = (): Job[] => [...jobs.values()];

  const write = (id: string): Promise<void> => {
    const planned = next.get(id);
    if (planned !== undefined) return planned;
    const before = writing.get(id) ?? Promise.resolve();
    const run = async (): Promise<void> => {
      next.delete(id);
      writing.set(id, promise);
      try {
        const job = jobs.get(id);
        await (job === undefined ? store.remove(id) : store.put(job));
      } finally {
        if (writing.get(id) === promise) writing.delete(id);
      }
    };
    const promise: Promise<void> = before.then(run, run);
    next.set(id, promise);
    return promise;
  };

  const get = (id: string): Job => {
    const job = jobs.get(id);
    if (job === undefined) throw new AppError('job-missing');
    return job;
  };

  const change = async (id: string, changes: Partial<Job>): Promise<void> => {
    const job = jobs.get(id);
    if (job === undefined) return;
    jobs.set(id, { ...job, ...changes });
    const surplus = surplusJobs(all()).map((old) => old.id);
    for (const old of surplus) jobs.delete(old);
    onChange(all());
    await Promise.all([id, ...surplus].map(write));
  };

  return {
    all,
    get,
    async add(job) {
      jobs.set(job.id, job);
      onChange(all());
      await write(job.id);
    },
    change,
    async changeItem(id, index, changes) {
      const items = jobs.get(id)?.items ?? [];
      await change(id, {
        items: items.map((item, at) => (at === index ? { ...item, ...changes } : item)),
      });
    },
    async remove(id) {
      jobs.delete(id);
      onChange(all());
      await write(id);
    },
  };
}
