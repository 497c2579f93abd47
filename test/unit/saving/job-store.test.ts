import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { createStore, keys, set } from 'idb-keyval';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../../components/saving/job';
import { createJobRecords } from '../../../components/saving/job-records';
import { createJobStore, type JobStore, surplusJobs } from '../../../components/saving/job-store';

const job: Job = {
  id: 'a',
  createdAt: 5,
  state: 'done',
  output: 'zip',
  brand: 'lark',
  documentTitle: 'Roadmap',
  pageUrl: 'https://x.larksuite.com/docx/a',
  items: [
    {
      board: { blockId: 'b', whiteboardId: 'w', number: 1, mounted: true },
      name: 'Flow',
      state: 'failed',
      error: { code: 'user-scope-missing', details: { scopes: ['a:b'], apiCode: 99991679 } },
    },
  ],
  downloadIds: [3],
  fileNames: ['Roadmap.zip'],
};

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('job store', () => {
  it('keeps jobs as they are, oldest first', async () => {
    const store = createJobStore();
    await store.put(job);
    await store.put({ ...job, id: 'b', createdAt: 4 });
    expect(await createJobStore().list()).toEqual([{ ...job, id: 'b', createdAt: 4 }, job]);
    await store.remove('b');
    expect(await store.list()).toEqual([job]);
  });

  it.each([
    ['of an unknown state', { ...job, state: 'paused' }],
    ['with an unknown error', { ...job, error: { code: 'toString' } }],
    ['of another key', { ...job, id: 'other' }],
    ['that is no job', 'job'],
  ])('removes a record %s', async (_, record) => {
    const database = createStore('board-saver-jobs', 'jobs');
    await set('a', record, database);
    expect(await createJobStore().list()).toEqual([]);
    expect(await keys(database)).toEqual([]);
  });
});

describe('surplusJobs', () => {
  it('names the oldest finished jobs beyond twenty, and no other', () => {
    const jobs = Array.from({ length: 30 }, (_, index) => ({
      ...job,
      id: String(index),
      state: index < 5 ? ('running' as const) : ('done' as const),
    }));
    expect(surplusJobs(jobs).map(({ id }) => id)).toEqual(['5', '6', '7', '8', '9']);
  });
});

describe('job records', () => {
  /** A store whose writes wait until they are let through, and are counted. */
  function createSlowStore(): JobStore & { written: Job[]; letThrough(): Promise<void> } {
    const written: Job[] = [];
    let waiting: (() => void)[] = [];
    return {
      written,
      list: async () => [],
      remove: async () => {},
      put: async (each) => {
        await new Promise<void>((resolve) => waiting.push(resolve));
        written.push(each);
      },
      letThrough: async () => {
        const now = waiting;
        waiting = [];
        for (const resolve of now) resolve();
        await new Promise(setImmediate);
      },
    };
  }

  it('write many changes at once while one write is under way, and the last state last', async () => {
    const store = createSlowStore();
    const records = createJobRecords(store, [job], () => {});
    const first = records.change('a', { documentTitle: '0' });
    await new Promise(setImmediate);
    const rest = Array.from({ length: 50 }, (_, index) =>
      records.change('a', { documentTitle: String(index + 1) }),
    );
    expect(records.get('a').documentTitle).toBe('50');
    await store.letThrough();
    await first;
    await store.letThrough();
    await Promise.all(rest);
    expect(store.written.map(({ documentTitle }) => documentTitle)).toEqual(['0', '50']);
  });

  it('tell each change at once, and hold a change back until it is on disk', async () => {
    const store = createSlowStore();
    const told: string[] = [];
    const records = createJobRecords(store, [job], ([each]) => void told.push(each?.documentTitle ?? ''));
    let onDisk = false;
    const changed = records.change('a', { documentTitle: 'new' }).finally(() => {
      onDisk = true;
    });
    expect(told).toEqual(['new']);
    await new Promise(setImmediate);
    expect(onDisk).toBe(false);
    await store.letThrough();
    await changed;
    expect(onDisk).toBe(true);
  });

  it('leave a job that is gone alone', async () => {
    const records = createJobRecords(createJobStore(), [job], () => {});
    await records.remove('a');
    await records.changeItem('a', 0, { state: 'saved' });
    expect(records.all()).toEqual([]);
    expect(() => records.get('a')).toThrow('job-missing');
  });
});
