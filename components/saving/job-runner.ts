import { fromErrorData } from '../errors';
import { once } from '../once';
import { createHolds } from './holds';
import {
  indexesIn,
  isFinished,
  isUnderWay,
  type Job,
  type JobItem,
  type JobRecord,
  type JobState,
} from './job';
import { createJobRecords, type JobRecords } from './job-records';
import { goesOnByItself } from './job-failures';
import { type JobRunDependencies, runJob } from './job-run';
import type { JobStore } from './job-store';

export interface JobRunnerDependencies extends Omit<JobRunDependencies, 'hold'> {
  jobs: JobStore;
  /** Told after every change: all jobs, oldest first. They change with the next one. */
  onChange: (jobs: Job[]) => void;
  newId?: () => string;
}

/** What a job is started with. */
export type JobInput = Pick<
  JobRecord,
  'output' | 'recipe' | 'brand' | 'documentTitle' | 'pageUrl' | 'isSingle' | 'isFresh' | 'wikiNode'
> & {
  items: Pick<JobItem, 'board' | 'name'>[];
};

export interface JobRunner {
  /**
   * Begins a job, or queues it behind the one that runs; one over a wiki counts first, and then asks. Resolves to
   * its id as soon as it is on disk.
   */
  start(input: JobInput): Promise<string>;
  /**
   * Saves one board by a job of its own, which waits for no other.
   * @throws what became of it instead
   */
  saveOne(input: JobInput): Promise<JobItem>;
  /** Stops a job at once; resolves when nothing of it is under way any more. Files that are whole stay. */
  cancel(id: string): Promise<void>;
  /** The same, but it can go on. */
  pause(id: string): Promise<void>;
  /**
   * Has a job go on that was paused, that waits, or that asks; one that waits because the browser asks where to save each
   * file then has it ask.
   *
   * @param asZip as one archive instead, with what was saved before
   */
  goOn(id: string, asZip?: boolean): Promise<void>;
  /** Ends the fetching of a job and writes what there is; the other boards count as failed. */
  keep(id: string): Promise<void>;
  /** Tries the failed boards of a finished job again, and whatever cancelling had left. */
  retry(id: string): Promise<void>;
  /** Forgets a job, and cancels it first if it runs. */
  dismiss(id: string): Promise<void>;
  /**
   * Takes up what an earlier life of this worker left, and what waits and may go on now. To be called whenever the
   * worker starts, and now and then.
   *
   * @param signedIn somebody has signed in
   */
  wake(signedIn?: boolean): Promise<void>;
  list(): Promise<Job[]>;
  /** Pictures that an unfinished job, or its files, still need: not to be evicted. */
  heldKeys(): Promise<ReadonlySet<string>>;
}

/**
 * Works through bulk saves, one job at a time, many boards in flight; single boards overtake them. Nothing that
 * matters is in memory only: a picture is stored before its record says so, a download is in the records before
 * it begins, and `wake` goes on from the records alone.
 */
export function createJobRunner(dependencies: JobRunnerDependencies): JobRunner {
  const { jobs, now, onChange, newId = () => crypto.randomUUID() } = dependencies;
  const runs = new Map<string, { controller: AbortController; ended: Promise<void> }>();
  /** Single boards that somebody waits for. */
  const awaited = new Set<string>();
  /** Pictures on their way to the records. */
  const { hold, keys: keysOnTheWay } = createHolds();

  /** The records, read once; whoever asks first also sets the queue going. */
  const ready = once(async (): Promise<JobRecords> => {
    const records = createJobRecords(jobs, await jobs.list(), onChange);
    onChange(records.all());
    runNext(records);
    return records;
  });

  const runNext = (records: JobRecords): void => {
    let isFree = ![...runs.keys()].some((id) => !find(records, id)?.isSingle);
    for (const { id, isSingle, ...job } of records.all()) {
      if (!isUnderWay(job) || runs.has(id) || !(isSingle || isFree)) continue;
      isFree &&= isSingle === true;
      const controller = new AbortController();
      const ended = runJob({ ...dependencies, hold }, records, id, controller.signal).finally(() => {
        runs.delete(id);
        runNext(records);
        // One that an earlier life of this worker began has nobody left who waits for it.
        if (isSingle && !awaited.has(id)) records.remove(id).catch(() => undefined);
      });
      runs.set(id, { controller, ended });
    }
  };

  /** Ends the run of a job, if there is one, with the job in another state. */
  const halt = async (records: JobRecords, id: string, state: JobState): Promise<void> => {
    const run = runs.get(id);
    const kept = records.change(id, { state, error: undefined });
    run?.controller.abort();
    await run?.ended;
    await kept;
  };
  const restart = async (records: JobRecords, id: string, change: Partial<JobRecord>): Promise<void> => {
    const { wikiNode, documents, isAccepted } = { ...records.get(id), ...change };
    const unaccepted = documents.length > 0 ? 'asking' : 'counting';
    const state = wikiNode === undefined || isAccepted ? 'running' : unaccepted;
    await records.change(id, { state, error: undefined, ...change });
    runNext(records);
  };
  const start = async ({ items, ...input }: JobInput): Promise<string> => {
    const records = await ready();
    const id = newId();
    if (input.isSingle) awaited.add(id);
    const waiting = items.map((item) => ({ ...item, state: 'waiting' as const }));
    const state = input.wikiNode === undefined ? ('running' as const) : ('counting' as const);
    await records.add({ ...input, id, createdAt: now(), state, files: [], items: waiting, documents: [] });
    runNext(records);
    return id;
  };

  return {
    start,

    async saveOne(input) {
      const id = await start({ ...input, output: 'files', isSingle: true });
      const records = await ready();
      await runs.get(id)?.ended;
      const job = records.get(id);
      const [item] = job.items;
      const { state, error = item?.error } = job;
      awaited.delete(id);
      await records.remove(id);
      if (state !== 'done' || item === undefined) throw fromErrorData(error ?? { code: 'cancelled' });
      return item;
    },

    async cancel(id) {
      const records = await ready();
      if (!isFinished(records.get(id))) await halt(records, id, 'cancelled');
    },

    async pause(id) {
      const records = await ready();
      if (isUnderWay(records.get(id)) || records.get(id).state === 'waiting')
        await halt(records, id, 'paused');
    },

    async goOn(id, asZip = false) {
      const records = await ready();
      const job = records.get(id);
      if (isFinished(job) || isUnderWay(job)) return;
      const isAccepted = job.isAccepted || job.state === 'asking';
      const mayAsk = job.mayAsk || job.error?.code === 'download-asks-for-each';
      if (asZip) {
        const had = job.items.flatMap(({ imageKey }, index) => (imageKey ? [index] : []));
        await records.changeItems(id, had, { state: 'stored', file: undefined, error: undefined });
      }
      await restart(records, id, { isAccepted, mayAsk, ...(asZip && { output: 'zip', files: [] }) });
    },

    async keep(id) {
      const records = await ready();
      await halt(records, id, 'paused');
      const left = indexesIn(records.get(id), 'waiting', 'fetching');
      await records.changeItems(id, left, { state: 'failed', error: { code: 'cancelled' } });
      for (const [index, { state }] of records.get(id).documents.entries()) {
        const error = { code: 'cancelled' as const };
        if (state === 'waiting') await records.changeDocument(id, index, { state: 'failed', error });
      }
      await restart(records, id, { state: 'saving' });
    },

    async retry(id) {
      const records = await ready();
      const job = records.get(id);
      if (!isFinished(job) || job.counts !== undefined) return;
      const again: Partial<JobItem> = {
        state: 'waiting',
        tries: undefined,
        error: undefined,
        file: undefined,
      };
      await records.changeItems(id, indexesIn(job, 'failed', 'fetching', 'waiting'), again);
      for (const [index, { state, documentId }] of job.documents.entries()) {
        // One without a document stands for the pages below it, which this cannot list.
        if (state === 'failed' && documentId !== '')
          await records.changeDocument(id, index, { state: 'waiting', error: undefined });
      }
      // A new archive takes the place of the old one in the record; files of single boards that are written stay.
      if (job.output !== 'files') await records.changeItems(id, indexesIn(job, 'saved'), { state: 'stored' });
      await restart(records, id, { files: [] });
    },

    async dismiss(id) {
      const records = await ready();
      if (!isFinished(records.get(id))) await halt(records, id, 'cancelled');
      await records.remove(id);
    },

    async wake(signedIn = false) {
      const records = await ready();
      for (const { id, state, error } of records.all()) {
        if (state === 'waiting' && (signedIn || goesOnByItself(error))) await restart(records, id, {});
      }
    },

    async list() {
      return (await ready()).all();
    },

    async heldKeys() {
      const unfinished = (await ready()).all().filter((job) => !isFinished(job));
      const items = unfinished
        .flatMap((job) => job.items)
        .filter(({ state }) => state === 'stored' || state === 'saved');
      return new Set([...keysOnTheWay(), ...items.flatMap(({ imageKey }) => imageKey ?? [])]);
    },
  };
}

function find(records: JobRecords, id: string): Job | undefined {
  return records.all().find((job) => job.id === id);
}
