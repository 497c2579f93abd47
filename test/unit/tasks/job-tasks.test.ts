import 'fake-indexeddb/auto';
import { resolveObjectURL } from 'node:buffer';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createImageStore, type ImageStore } from '../../../components/image-store/image-store';
import type { Job } from '../../../components/saving/job';
import { createJobRecords, type JobRecords } from '../../../components/saving/job-records';
import { createJobStore } from '../../../components/saving/job-store';
import { createJobTasks, type JobTasks } from '../../../components/tasks/job-tasks';
import { createJobWorld, jobInput } from '../saving/job-world';

const jobId = 'job-1';
const { paper } = createJobWorld();

let records: JobRecords;
let tasks: JobTasks;
/** How often the pictures' records were read. */
let peeks: number;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  peeks = 0;
});

async function makeReady(output: Job['output']): Promise<void> {
  const images = createImageStore({ now: () => 1, budgetBytes: async () => 1_000_000 });
  const { items, ...input } = jobInput(2, output);
  const stored = items.map((item, index) => ({
    ...item,
    state: 'stored' as const,
    imageKey: `feishu/me/wb${index + 1}`,
    bytes: 6,
  }));
  for (const { imageKey: key, bytes } of stored) {
    const facts = { type: 'image/svg+xml' as const, bytes, width: 0, height: 0, fetchedAt: 1, usedAt: 1 };
    await images.put({ key, whiteboardId: key, ...facts }, new Blob(['<svg/>']));
  }
  records = createJobRecords(createJobStore(), [], () => {});
  await records.add({
    ...input,
    id: jobId,
    createdAt: 1,
    state: 'saving',
    files: [],
    items: stored,
    documents: [],
  });
  const counted: ImageStore = {
    ...images,
    peek(keys) {
      peeks += 1;
      return images.peek(keys);
    },
  };
  tasks = createJobTasks(counted, () => Promise.reject(new Error('no slides here')));
}

const makeFile = async (index: number) =>
  resolveObjectURL((await tasks['job/file']({ jobId, index, paper })).url);

describe('the files of a job', () => {
  it('are planned, and the first archive made, of what was read once', async () => {
    await makeReady('zip');
    const { files } = await tasks['job/plan']({ jobId, paper });
    expect(files).toEqual(['Road_map.zip']);
    expect((await makeFile(0))?.type).toBe('application/zip');
    expect(peeks).toBe(1);
  });

  it('are made of what is there now, the second time and without a plan', async () => {
    await makeReady('zip');
    await tasks['job/plan']({ jobId, paper });
    await makeFile(0);
    await records.changeItems(jobId, [1], { state: 'failed', error: { code: 'board-missing' } });
    await makeFile(0);
    expect(peeks).toBe(2);
  });

  it('tell of what failed while single files were written', async () => {
    await makeReady('files');
    const { files } = await tasks['job/plan']({ jobId, paper });
    expect(files).toContain('Road_map/report.json');
    await records.changeItems(jobId, [1], { state: 'failed', error: { code: 'download-denied' } });
    const report = (await (await makeFile(files.indexOf('Road_map/report.json')))?.text()) ?? '';
    expect(report).toContain('"code": "download-denied"');
  });
});
