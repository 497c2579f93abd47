import type { Job, JobItem } from './job';
import { createJobRecords, type JobRecords } from './job-records';
import { type JobRunDependencies, runJob } from './job-run';
import { isFinished, type JobStore } from './job-store';

export interface JobRunnerDependencies extends JobRunDependencies {
  jobs: JobStore;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Told after every change: all jobs, oldest first. */
  onChange: (jobs: Job[]) => void;
  newId?: () => string;
}

/** What a job is started with. */
export type JobInput = Pick<Job, 'output' | 'brand' | 'documentTitle' | 'pageUrl'> & {
  items: Pick<JobItem, 'board' | 'name'>[];
};

export interface JobRunner {
  /** Begins a job, or queues it behind the one that runs. Resolves to its id as soon as it is on disk. */
  start(input: JobInput): Promise<string>;
  /** Stops a job at once; resolves when nothing of it is under way any more. Files that are whole stay. */
  cancel(id: string): Promise<void>;
  /** Tries the failed boards of a finished job again, and whatever cancelling had left. */
  retry(id: string): Promise<void>;
  /** Forgets a job, and cancels it first if it runs. */
  dismiss(id: string): Promise<void>;
  /** Takes up what an earlier life of this worker left. To be called whenever the worker starts. */
  resume(): Promise<void>;
  list(): Promise<Job[]>;
  /** Pictures that the archive of an unfinished job still needs: not to be evicted. */
  heldKeys(): Promise<ReadonlySet<string>>;
}

/**
 * Works through bulk saves, one job at a time, several boards in flight. Nothing that matters is in memory only:
 * a picture is stored before its record says so, a download's id is on disk before it is waited for, and
 * `resume` goes on from the records alone. Between a download's begin and the writing of its id a death can
 * make one file twice; it cannot lose one.
 *
 * 2026-11: an engine that paces itself by the server's answers, pauses, and is proved against worker deaths at
 * every step is to be grown here on the same records.
 */
export function createJobRunner(dependencies: JobRunnerDependencies): JobRunner {
  const { jobs, now, onChange, newId = () => crypto.randomUUID() } = dependencies;
  const controllers = new Map<string, AbortController>();
  let running: Promise<void> | undefined;
  let loading: Promise<JobRecords> | undefined;

  /** The records, read once; whoever asks first also sets the queue going. */
  const ready = (): Promise<JobRecords> => {
    loading ??= jobs.list().then(
      (loaded) => {
        const records = createJobRecords(jobs, loaded, onChange);
        runNext(records);
        return records;
      },
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };

  const runNext = (records: JobRecords): void => {
    const job = running ? undefined : records.all().find((each) => !isFinished(each));
    if (job === undefined) return;
    const controller = new AbortController();
    controllers.set(job.id, controller);
    running = runJob(dependencies, records, job.id, controller.signal).finally(() => {
      controllers.delete(job.id);
      running = undefined;
      runNext(records);
    });
  };

  const stop = async (records: JobRecords, id: string): Promise<void> => {
    if (isFinished(records.get(id))) return;
    const controller = controllers.get(id);
    const kept = records.change(id, { state: 'cancelled' });
    if (controller !== undefined) {
      controller.abort();
      await running;
    }
    await kept;
  };

  return {
    async start({ items, ...input }) {
      const records = await ready();
      const id = newId();
      const waiting = items.map(({ board, name }) => ({ board, name, state: 'waiting' as const }));
      const job = { ...input, id, createdAt: now(), state: 'running' as const, items: waiting };
      await records.add({ ...job, downloadIds: [], fileNames: [] });
      runNext(records);
      return id;
    },

    async cancel(id) {
      await stop(await ready(), id);
    },

    async retry(id) {
      const records = await ready();
      const job = records.get(id);
      if (!isFinished(job)) return;
      const items = job.items.map((item) => againIn(job, item));
      if (items.every(({ state }) => state === 'saved')) return;
      // A new archive takes the place of the old one in the record; files that are written stay.
      const written = job.output === 'zip' ? { downloadIds: [], fileNames: [] } : {};
      await records.change(id, { ...written, items, state: 'running', error: undefined });
      runNext(records);
    },

    async dismiss(id) {
      const records = await ready();
      await stop(records, id);
      await records.remove(id);
    },

    async resume() {
      await ready();
    },

    async list() {
      return (await ready()).all();
    },

    async heldKeys() {
      const unfinished = (await ready()).all().filter((job) => !isFinished(job));
      const items = unfinished.flatMap((job) => job.items).filter(({ state }) => state === 'stored');
      return new Set(items.flatMap(({ imageKey }) => imageKey ?? []));
    },
  };
}

/** An item as a retry finds it: what is written as a file is done, what an archive held goes into the new one. */
function againIn({ output, items }: Job, item: JobItem): JobItem {
  const nothingFailed = items.every(({ state }) => state === 'saved');
  if (item.state === 'saved')
    return output === 'files' || nothingFailed ? item : { ...item, state: 'stored' };
  const { board, name, imageKey, bytes, stoodInFrom } = item;
  if (item.state === 'stored') return { board, name, imageKey, bytes, stoodInFrom, state: 'stored' };
  return { board, name, state: 'waiting' };
}
