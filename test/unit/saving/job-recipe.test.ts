import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Job } from '../../../components/saving/job';
import { createJobWorld, jobInput, type JobWorld } from './job-world';

let world: JobWorld;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  world = createJobWorld();
});

const names = (): string[] => [...world.downloads.files.keys()].map((path) => path.split('/').at(-1) ?? '');

it('a job writes what its recipe makes, with the extension of what that is', async () => {
  const runner = world.start();
  const id = await runner.start({ ...jobInput(2, 'files'), recipe: { format: 'webp' } });
  await vi.waitFor(async () => {
    const job: Job | undefined = (await runner.list()).find((each) => each.id === id);
    expect(job?.state).toBe('done');
  });
  expect(names().sort()).toEqual(['1 Flow.webp', '2 Flow.webp', 'index.html', 'report.json']);
});

it('one board by itself is saved by its recipe', async () => {
  const { imageKey } = await world.start().saveOne({ ...jobInput(1), recipe: { format: 'webp' } });
  expect(imageKey).toBe('feishu/me/wb1/Flow');
  expect(names()).toEqual(['Road_map - Flow.webp']);
});
