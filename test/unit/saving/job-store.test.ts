import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { createStore, keys, set } from 'idb-keyval';
import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../components/errors';
import type { Job } from '../../../components/saving/job';
import { createJobRecords } from '../../../components/saving/job-records';
import { createJobReader } from '../../../components/saving/job-reader';
import { createJobStore, itemKey, type JobStore, type JobWrites } from '../../../components/saving/job-store';

const { items, documents, ...record } = {
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
      tries: 2,
      error: { code: 'user-scope-missing', details: { scopes: ['a:b'], apiCode: 99991679 } },
    },
  ],
  documents: [{ nodeToken: 'n', documentId: 'd', title: 'Map', state: 'listed' }],
  files: [{ url: 'blob:a', downloadId: 3, name: 'Roadmap.zip' }],
} satisfies Job;
const job: Job = { ...record, items, documents };
const writes = (id = 'a', createdAt = 5): Map<string, unknown> =>
  new Map<string, unknown>([
    [id, { ...record, id, createdAt }],
    [`${id}/item/000000`, items[0]],
    [`${id}/document/000000`, documents[0]],
  ]);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** As version 0.1.0 kept it: all in one record. */
const ofVersion010 = {
  id: 'a',
  createdAt: 5,
  state: 'saving',
  output: 'files',
  brand: 'feishu',
  documentTitle: 'Roadmap',
  pageUrl: 'https://acme.feishu.cn/docx/a',
  items: [
    {
      board: { blockId: 'b', whiteboardId: 'w', caption: 'Flow', number: 1, mounted: true },
      name: 'Flow',
      state: 'saved',
      imageKey: 'feishu/me/w',
      bytes: 12,
      stoodInFrom: 3,
      downloadId: 7,
    },
    { board: { blockId: 'c', number: 2, mounted: false }, name: 'Board 2', state: 'fetching' },
  ],
  downloadIds: [7],
  fileNames: ['1 Flow.png'],
};

describe('job store', () => {
  it('keeps jobs with their parts as they are, oldest first', async () => {
    const store = createJobStore();
    await store.write(writes());
    await store.write(writes('b', 4));
    const other = { ...job, id: 'b', createdAt: 4 };
    expect(await createJobStore().list()).toEqual([other, job]);
    await store.remove('b');
    expect(await store.list()).toEqual([job]);
    await store.removeParts('a');
    expect(await store.list()).toEqual([{ ...job, items: [], documents: [] }]);
  });

  it('has a reader for one job by itself', async () => {
    await createJobStore().write(new Map([...writes(), ...writes('b', 4)]));
    const read = createJobReader();
    expect(await read('a')).toEqual(job);
    expect(await read('c')).toBeUndefined();
    await createJobStore().write(new Map([[itemKey('b', 1), 'no board']]));
    expect(await read('b')).toBeUndefined();
  });

  it('takes up a job of version 0.1.0, and keeps it as its own from then on', async () => {
    const earlier = createStore('board-saver-jobs', 'jobs');
    await set('a', ofVersion010, earlier);
    const [first, second] = ofVersion010.items;
    const expected = {
      id: 'a',
      createdAt: 5,
      state: 'running',
      output: 'files',
      brand: 'feishu',
      documentTitle: 'Roadmap',
      pageUrl: 'https://acme.feishu.cn/docx/a',
      files: [{ url: '', name: '1 Flow.png' }],
      items: [
        { board: first?.board, name: 'Flow', state: 'saved', imageKey: 'feishu/me/w', bytes: 12 },
        { board: second?.board, name: 'Board 2', state: 'fetching' },
      ],
      documents: [],
    };
    expect(await createJobStore().list()).toEqual([expected]);
    expect(await keys(earlier)).toEqual(['a', 'a/item/000000', 'a/item/000001']);
    expect(await createJobStore().list()).toEqual([expected]);
  });

  it('keeps the parts in their order', async () => {
    const store = createJobStore();
    const named = (index: number): [string, unknown] => [
      itemKey('a', index),
      { ...items[0], name: `${index}` },
    ];
    await store.write(new Map([['a', record], ...[11, 2, 0, 10, 1, 3, 4, 5, 6, 7, 8, 9].map(named)]));
    const [read] = await store.list();
    expect(read?.items.map(({ name }) => Number(name))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it.each([
    ['of an unknown state', 'a', { ...record, state: 'asleep' }],
    ['with an unknown error', 'a', { ...record, error: { code: 'toString' } }],
    ['of another key', 'a', { ...record, id: 'other' }],
    ['that is no job', 'a', 'job'],
    ['of a board without a job', 'x/item/000000', items[0]],
    ['of a board of another shape', 'a/item/000000', { ...items[0], state: 1 }],
  ])('removes a record %s, with all of its job', async (_, key, value) => {
    await createJobStore().write(new Map<string, unknown>([...writes(), [key, value]]));
    const left = key.startsWith('x') ? [job] : [];
    expect(await createJobStore().list()).toEqual(left);
    expect(await keys(createStore('board-saver-jobs', 'jobs'))).toHaveLength(3 * left.length);
  });
});

describe('job records', () => {
  /** A store whose writes wait until they are let through. */
  function createSlowStore(): JobStore & { written: JobWrites[]; letThrough(): Promise<void> } {
    const written: JobWrites[] = [];
    let waiting: (() => void)[] = [];
    return {
      written,
      list: async () => [],
      remove: async () => {},
      removeParts: async () => {},
      write: async (each) => {
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
  const loaded = (count = 1): Job => ({
    ...job,
    items: Array.from(
      { length: count },
      () => ({ ...job.items[0], state: 'waiting' }) as Job['items'][number],
    ),
  });

  it('write what changed and nothing else, all at once while one write is under way', async () => {
    const store = createSlowStore();
    const records = createJobRecords(store, [loaded(1000)], () => {});
    const first = records.changeItems('a', [7], { state: 'fetching' });
    await new Promise(setImmediate);
    const rest = Array.from({ length: 50 }, (_, index) =>
      records.changeItems('a', [index], { state: 'stored' }),
    );
    expect(records.get('a').items[49]?.state).toBe('stored');
    await store.letThrough();
    await first;
    await store.letThrough();
    await Promise.all(rest);
    expect(store.written.map(({ size }) => size)).toEqual([1, 50]);
  });

  it('tell each change at once, and hold it back until it is on disk', async () => {
    const store = createSlowStore();
    const told: string[] = [];
    const records = createJobRecords(
      store,
      [loaded()],
      ([each]) => void told.push(each?.documentTitle ?? ''),
    );
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

  it('bring what could not be written with the next write', async () => {
    const store = createJobStore();
    let fails = true;
    const write: JobStore['write'] = async (each) => {
      if (fails) throw new AppError('storage-full');
      return store.write(each);
    };
    const records = createJobRecords({ ...store, write }, [], () => {});
    await expect(records.add(job)).rejects.toMatchObject({ code: 'storage-full' });
    fails = false;
    await records.change('a', { state: 'failed' });
    expect(await store.list()).toEqual([{ ...job, state: 'failed' }]);
  });

  it('forget the parts of a job with which nothing is left to do', async () => {
    const store = createJobStore();
    const records = createJobRecords(store, [], () => {});
    await records.add(job);
    await records.conclude('a', { state: 'done' });
    const counts = { total: 1, decided: 1, saved: 0, failed: 1, older: 0, bytes: 0 };
    expect(await store.list()).toEqual([{ ...job, counts, items: [], documents: [] }]);
    expect(await keys(createStore('board-saver-jobs', 'jobs'))).toEqual(['a']);
  });

  it('leave a job that is gone alone', async () => {
    const records = createJobRecords(createJobStore(), [loaded()], () => {});
    await records.remove('a');
    await records.changeItems('a', [0], { state: 'saved' });
    expect(records.all()).toEqual([]);
    expect(() => records.get('a')).toThrow('job-missing');
  });
});
