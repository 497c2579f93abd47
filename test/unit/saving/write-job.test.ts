import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { createJobRecords } from '../../../components/saving/job-records';
import { createJobStore } from '../../../components/saving/job-store';
import { createJobWriter } from '../../../components/saving/write-job';
import { sampleJob } from './sample-job';

it('learns nothing of whether the browser asks where no file is left to write', async () => {
  const told: boolean[] = [];
  const written = { url: 'blob:fake/1', downloadId: 1, name: 'Roadmap.zip' };
  const write = createJobWriter(
    {
      plan: async () => ({ notes: {}, files: ['Roadmap.zip'], items: [0] }),
      file: async () => 'blob:fake/1',
      image: async () => 'blob:fake/2',
    },
    {
      save: async () => written,
      takeUp: async () => undefined,
    },
    {
      get: async () => true,
      set: async (asks) => void told.push(asks),
    },
  );
  const jobs = [
    sampleJob([{ state: 'saved' }], { id: 'written', files: [written] }),
    sampleJob([{}], { id: 'new' }),
  ];
  const records = createJobRecords(createJobStore(), jobs, () => {});
  await write(records, 'written', new AbortController().signal);
  expect(told).toEqual([]);
  await write(records, 'new', new AbortController().signal);
  expect(told).toEqual([false]);
});
