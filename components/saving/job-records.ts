import { AppError } from '../errors';
import { countJob, isFinished, type Job, type JobDocument, type JobItem, type JobRecord } from './job';
import { documentKey, itemKey, type JobStore } from './job-store';

/** Finished jobs that are remembered; the oldest go first. */
const keptFinished = 20;

/** The jobs in memory, each change told at once and written to the store behind it. */
export interface JobRecords {
  /** Oldest first. What is handed out changes with the job. */
  all(): Job[];
  /** @throws `job-missing` */
  get(id: string): Job;
  add(job: Job): Promise<void>;
  /** Changes a job; resolves when the change, and all before it, are on disk. A job that is gone stays gone. */
  change(id: string, change: Partial<JobRecord>): Promise<void>;
  /** The same for one board of a job, or for some. */
  changeItems(id: string, indexes: readonly number[], change: Partial<JobItem>): Promise<void>;
  /** The same for one document, with the boards that it turned out to have: all or nothing. */
  changeDocument(
    id: string,
    index: number,
    change: Partial<JobDocument>,
    items?: readonly JobItem[],
  ): Promise<void>;
  /** Changes a job, with the documents that it turned out to have: all or nothing. */
  addDocuments(id: string, documents: readonly JobDocument[], change: Partial<JobRecord>): Promise<void>;
  /** Changes a job with which nothing is left to do, and forgets its parts. */
  conclude(id: string, change: Partial<JobRecord>): Promise<void>;
  remove(id: string): Promise<void>;
}

/**
 * A job of hundreds of boards changes many times a second: while one write is under way, all records that change
 * meanwhile wait for one write after it.
 */
export function createJobRecords(
  store: JobStore,
  loaded: readonly Job[],
  onChange: (jobs: Job[]) => void,
): JobRecords {
  const jobs = new Map(loaded.map((job) => [job.id, job]));
  const all = (): Job[] => [...jobs.values()];
  /** Records that are not on disk yet. */
  let due = new Map<string, unknown>();
  let last: Promise<unknown> = Promise.resolve();
  let planned: Promise<void> | undefined;

  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const run = last.then(work, work);
    last = run;
    return run;
  };
  const flush = (): Promise<void> => {
    planned ??= inTurn(async () => {
      planned = undefined;
      const writes = due;
      due = new Map();
      try {
        await store.write(writes);
      } catch (error) {
        // The next write brings them, unless they have changed meanwhile.
        due = new Map([...writes, ...due]);
        throw error;
      }
    });
    return planned;
  };
  const removeFromDisk = (id: string, remove: (id: string) => Promise<void>): Promise<void> => {
    for (const key of due.keys()) if (key.startsWith(`${id}/`)) due.delete(key);
    return inTurn(() => remove(id));
  };

  const noteJob = ({ items: _items, documents: _documents, ...record }: Job): void => {
    due.set(record.id, record);
  };
  const noteItem = ({ id, items }: Job, index: number): void => {
    due.set(itemKey(id, index), items[index]);
  };
  const noteDocument = ({ id, documents }: Job, index: number): void => {
    due.set(documentKey(id, index), documents[index]);
  };

  /** Changes a job in memory, then on disk. */
  const edit = async (id: string, work: (job: Job) => void): Promise<void> => {
    const job = jobs.get(id);
    if (job === undefined) return;
    work(job);
    onChange(all());
    await flush();
  };
  const forget = async (id: string): Promise<void> => {
    jobs.delete(id);
    due.delete(id);
    onChange(all());
    await removeFromDisk(id, store.remove);
  };
  const addItems = (job: Job, items: readonly JobItem[]): void => {
    for (const item of items) noteItem(job, job.items.push(item) - 1);
  };
  const addDocuments = (job: Job, documents: readonly JobDocument[]): void => {
    for (const document of documents) noteDocument(job, job.documents.push(document) - 1);
  };
  const change: JobRecords['change'] = async (id, changes) => {
    await edit(id, (job) => noteJob(Object.assign(job, changes)));
    const finished = all().filter(isFinished);
    // What came of this one nobody has seen yet.
    const others = finished.filter((job) => job.id !== id);
    for (const old of others.slice(0, Math.max(0, finished.length - keptFinished))) await forget(old.id);
  };

  return {
    all,
    get(id) {
      const job = jobs.get(id);
      if (job === undefined) throw new AppError('job-missing');
      return job;
    },
    async add({ items, documents, ...record }) {
      const job: Job = { ...record, items: [], documents: [] };
      jobs.set(job.id, job);
      await edit(job.id, () => {
        noteJob(job);
        addItems(job, items);
        addDocuments(job, documents);
      });
    },
    change,
    changeItems: (id, indexes, changes) =>
      edit(id, (job) => {
        for (const index of indexes) {
          const item = job.items[index];
          if (item === undefined) continue;
          job.items[index] = { ...item, ...changes };
          noteItem(job, index);
        }
      }),
    changeDocument: (id, index, changes, items = []) =>
      edit(id, (job) => {
        const document = job.documents[index];
        if (document === undefined) return;
        job.documents[index] = { ...document, ...changes };
        noteDocument(job, index);
        addItems(job, items);
      }),
    addDocuments: (id, documents, changes) =>
      edit(id, (job) => {
        noteJob(Object.assign(job, changes));
        addDocuments(job, documents);
      }),
    async conclude(id, changes) {
      const job = jobs.get(id);
      if (job === undefined) return;
      const counts = countJob(job);
      await change(id, { ...changes, counts });
      Object.assign(job, { items: [], documents: [] });
      await removeFromDisk(id, store.removeParts);
    },
    remove: forget,
  };
}
