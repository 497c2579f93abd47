import { createStore, del, entries } from 'idb-keyval';
import * as v from 'valibot';
import { type ErrorCode, isErrorCode } from '../errors';
import { setValue } from '../image-store/set-value';
import { withStorageErrors } from '../image-store/storage-errors';
import type { Job } from './job';

/** Finished jobs that are remembered; the oldest go first. */
const keptFinished = 20;

const optionalText = v.optional(v.string());
const optionalNumber = v.optional(v.number());

const error = v.object({
  code: v.custom<ErrorCode>(isErrorCode),
  details: v.optional(
    v.object({
      status: optionalNumber,
      apiCode: optionalNumber,
      logId: optionalText,
      scopes: v.optional(v.array(v.string())),
      helpUrl: optionalText,
      retryAfterMs: optionalNumber,
    }),
  ),
});

const item = v.object({
  board: v.object({
    blockId: v.string(),
    whiteboardId: optionalText,
    caption: optionalText,
    heading: optionalText,
    number: v.number(),
    mounted: v.boolean(),
  }),
  name: v.string(),
  state: v.picklist(['waiting', 'fetching', 'stored', 'saved', 'failed']),
  imageKey: optionalText,
  bytes: optionalNumber,
  stoodInFrom: optionalNumber,
  downloadId: optionalNumber,
  error: v.optional(error),
});

const jobSchema: v.GenericSchema<unknown, Job> = v.object({
  id: v.string(),
  createdAt: v.number(),
  state: v.picklist(['running', 'saving', 'done', 'failed', 'cancelled']),
  output: v.picklist(['zip', 'files']),
  brand: v.picklist(['feishu', 'lark']),
  documentTitle: v.string(),
  pageUrl: v.string(),
  items: v.array(item),
  downloadIds: v.array(v.number()),
  fileNames: v.array(v.string()),
  error: v.optional(error),
});

/** Jobs in IndexedDB: what a killed worker takes up again. Every method may fail with `storage-failed` or `storage-full`. */
export interface JobStore {
  /** All jobs, oldest first. Records that cannot be read are removed. */
  list(): Promise<Job[]>;
  put(job: Job): Promise<void>;
  remove(id: string): Promise<void>;
}

export function createJobStore(): JobStore {
  const store = createStore('board-saver-jobs', 'jobs');
  return {
    list: () =>
      withStorageErrors(async () => {
        const jobs: Job[] = [];
        for (const [id, record] of await entries<string, unknown>(store)) {
          const parsed = v.safeParse(jobSchema, record);
          if (parsed.success && parsed.output.id === id) jobs.push(parsed.output);
          else await del(id, store);
        }
        return jobs.sort((a, b) => a.createdAt - b.createdAt);
      }),
    put: (job) => withStorageErrors(() => setValue(job.id, job, store)),
    remove: (id) => withStorageErrors(() => del(id, store)),
  };
}

/** Whether nothing more happens to a job by itself. */
export function isFinished({ state }: Job): boolean {
  return state !== 'running' && state !== 'saving';
}

/** The finished jobs that are too many to keep, of jobs that are oldest first. */
export function surplusJobs(jobs: readonly Job[]): Job[] {
  const finished = jobs.filter(isFinished);
  return finished.slice(0, Math.max(0, finished.length - keptFinished));
}
