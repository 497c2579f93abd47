import { createStore, entries, promisifyRequest } from 'idb-keyval';
import * as v from 'valibot';
import { withStorageErrors } from '../image-store/storage-errors';
import { jobOfEarlierVersion } from './earlier-job';
import type { Job } from './job';
import { jobDocumentSchema, jobItemSchema, jobRecordSchema } from './job-schema';

/** What is written in one go: values by their keys. */
export type JobWrites = ReadonlyMap<string, unknown>;

/**
 * Jobs in IndexedDB: what a killed worker takes up again. Each job, board and document is a record of its own, so
 * that a step costs the same however many boards there are. Every method may fail with `storage-failed` or
 * `storage-full`.
 */
export interface JobStore {
  /** All jobs, oldest first. Records that cannot be read are removed, with all of their job. */
  list(): Promise<Job[]>;
  /** All or nothing. */
  write(writes: JobWrites): Promise<void>;
  remove(id: string): Promise<void>;
  /** Removes the records of a job's boards and documents. */
  removeParts(id: string): Promise<void>;
}

/** The key of a job's own record is its id. Those of its parts follow it, and sort as the parts do. */
export const itemKey = (id: string, index: number): string => partKey(id, 'item', index);
/** The same for one of its documents. */
export const documentKey = (id: string, index: number): string => partKey(id, 'document', index);

function partKey(id: string, part: string, index: number): string {
  return `${id}/${part}/${String(index).padStart(6, '0')}`;
}

/** Where jobs lie: database and store. */
export const jobsDatabase = ['board-saver-jobs', 'jobs'] as const;

/** Keys of all parts of a job: `0` follows `/`. */
export function partsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound(`${id}/`, `${id}0`, false, true);
}

/** Opens the database when it is first asked. */
export function createJobStore(): JobStore {
  const store = createStore(...jobsDatabase);

  const change = (work: (objects: IDBObjectStore) => unknown): Promise<void> =>
    withStorageErrors(() =>
      store('readwrite', async (objects) => {
        const written = promisifyRequest(objects.transaction);
        await Promise.all([work(objects), written]);
      }),
    );
  const write = (writes: JobWrites): Promise<void> =>
    change((objects) =>
      Promise.all([...writes].map(([key, value]) => promisifyRequest(objects.put(value, key)))),
    );
  const remove = (id: string): Promise<void> =>
    change((objects) => {
      objects.delete(id);
      objects.delete(partsOf(id));
    });
  return {
    list: () =>
      withStorageErrors(async () => {
        const jobs = new Map<string, Job>();
        const unread = new Set<string>();
        // In the order of their keys, a job comes before its parts, and these in their order.
        for (const [key, value] of await entries<string, unknown>(store)) {
          const [jobId = '', part] = key.split('/');
          if (addRecord(jobs, jobId, part, value)) continue;
          const earlier = jobOfEarlierVersion(value);
          if (earlier?.id === key) {
            await write(recordsOf(earlier));
            jobs.set(key, earlier);
          } else unread.add(jobId);
        }
        for (const one of unread) {
          jobs.delete(one);
          await remove(one);
        }
        return [...jobs.values()].sort((a, b) => a.createdAt - b.createdAt);
      }),
    write,
    remove,
    removeParts: (id) => change((objects) => objects.delete(partsOf(id))),
  };
}

/** A job of boards as it is kept: its own record, and one for each of them. */
function recordsOf({ items, documents: _documents, ...record }: Job): JobWrites {
  const parts = items.map((item, index): [string, unknown] => [itemKey(record.id, index), item]);
  return new Map([[record.id, record], ...parts]);
}

/** Adds what a record says to `jobs`. Whether it could be read, and belongs to a job that could. */
export function addRecord(
  jobs: Map<string, Job>,
  id: string,
  part: string | undefined,
  value: unknown,
): boolean {
  const job = jobs.get(id);
  if (part === undefined) {
    const { success, output } = v.safeParse(jobRecordSchema, value);
    if (success && output.id === id) jobs.set(id, { ...output, items: [], documents: [] });
    return success && output.id === id;
  }
  if (part === 'item') {
    const { success, output } = v.safeParse(jobItemSchema, value);
    if (success) job?.items.push(output);
    return success && job !== undefined;
  }
  const { success, output } = v.safeParse(jobDocumentSchema, value);
  if (success) job?.documents.push(output);
  return success && job !== undefined;
}
