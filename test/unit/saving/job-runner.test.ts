import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Job } from '../../../components/saving/job';
import type { JobRunner } from '../../../components/saving/job-runner';
import { board, createJobWorld, jobInput, type JobWorld, tally } from './job-world';

const downloadsFolder = '/home/me/Downloads';
vi.setConfig({ testTimeout: 30_000 });

let world: JobWorld;
let runner: JobRunner;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  world = createJobWorld();
  runner = world.start();
});

async function find(id: string, from = runner): Promise<Job> {
  const job = (await from.list()).find((each) => each.id === id);
  if (job === undefined) throw new Error('no such job');
  return job;
}
/** Waits as long as a slow machine may need. */
const eventually = (check: () => unknown): Promise<unknown> =>
  vi.waitFor(check, { timeout: 20_000, interval: 10 });
/** The job as soon as it is in this state, in memory and on disk. */
async function until(id: string, state: Job['state'], from = runner): Promise<Job> {
  await eventually(async () => expect((await find(id, from)).state).toBe(state));
  await eventually(async () =>
    expect((await world.jobs.list()).find((job) => job.id === id)?.state).toBe(state),
  );
  return find(id, from);
}
const files = (): string[] =>
  [...world.downloads.files.keys()].map((path) => path.replace(`${downloadsFolder}/`, '')).sort();
/** The names in an archive, from its central directory. */
async function namesIn(path: string): Promise<string[]> {
  const blob = world.downloads.files.get(`${downloadsFolder}/${path}`);
  const zip = Buffer.from((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
  const names: string[] = [];
  for (let at = zip.readUInt32LE(zip.length - 6); zip.readUInt32LE(at) === 0x02014b50;) {
    const length = zip.readUInt16LE(at + 28);
    names.push(zip.subarray(at + 46, at + 46 + length).toString());
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return names;
}

describe('a job', () => {
  it('saves all boards as one archive, in their order', async () => {
    const id = await runner.start(jobInput(12));
    const job = await until(id, 'done');
    expect(tally(job)).toBe('saved 12');
    expect(job.fileNames).toEqual(['Road_map.zip']);
    expect(job.downloadIds).toEqual([1]);
    expect(job.items[0]).toMatchObject({ imageKey: 'feishu/me/wb1', bytes: 40 });
    const names = await namesIn('Road_map.zip');
    expect(names).toHaveLength(12);
    expect(names.slice(0, 2)).toEqual(['Road_map/01 Flow.svg', 'Road_map/02 Flow.svg']);
    expect(world.urls.live.size).toBe(0);
  });

  it('saves all boards as files in one folder', async () => {
    const id = await runner.start(jobInput(3, 'files'));
    const job = await until(id, 'done');
    expect(files()).toEqual(['Road_map/1 Flow.svg', 'Road_map/2 Flow.svg', 'Road_map/3 Flow.svg']);
    expect(job.fileNames.toSorted()).toEqual(['1 Flow.svg', '2 Flow.svg', '3 Flow.svg']);
    expect(new Set(job.downloadIds)).toEqual(new Set([1, 2, 3]));
  });

  it('has eight boards in flight, and no more', async () => {
    const input = jobInput(30);
    for (const { board: each } of input.items) world.answers.set(each.whiteboardId ?? '', 'never');
    const id = await runner.start(input);
    await eventually(() => expect(world.underWay).toBe(8));
    await eventually(async () => expect(tally(await find(id))).toBe('fetching 8, waiting 22'));
    await runner.cancel(id);
    expect(world.asked).toHaveLength(8);
  });

  it('tells every step to those who watch, and never counts backwards', async () => {
    await until(await runner.start(jobInput(4)), 'done');
    const progress = world.changes.map(
      ([job]) => job?.items.filter(({ state }) => state === 'stored' || state === 'saved').length ?? 0,
    );
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(new Set(world.changes.map(([job]) => job?.state))).toEqual(new Set(['running', 'saving', 'done']));
  });

  it('goes on when some boards fail, and keeps why', async () => {
    world.answers.set('wb2', 'board-forbidden');
    const input = jobInput(4);
    input.items.push({ board: { ...board(5), whiteboardId: undefined }, name: 'Flow' });
    const job = await until(await runner.start(input), 'done');
    expect(tally(job)).toBe('saved 3, failed 2');
    expect(job.items[1]?.error).toEqual({ code: 'board-forbidden' });
    expect(job.items[4]?.error).toEqual({ code: 'board-token-unknown' });
    expect(await namesIn('Road_map.zip')).toHaveLength(3);
    expect(job.error).toBeUndefined();
  });

  it('fails when nothing could be saved', async () => {
    for (const id of ['wb1', 'wb2']) world.answers.set(id, 'board-forbidden');
    const job = await until(await runner.start(jobInput(2)), 'failed');
    expect(job.error).toEqual({ code: 'board-forbidden' });
    expect(files()).toEqual([]);
  });

  it('stops asking when every board would meet the same failure', async () => {
    for (let number = 1; number <= 40; number += 1) world.answers.set(`wb${number}`, 'token-expired');
    const job = await until(await runner.start(jobInput(40)), 'failed');
    expect(tally(job)).toBe('failed 40');
    expect(world.asked.length).toBeLessThanOrEqual(8);
    expect(job.error).toEqual({ code: 'token-expired' });
  });

  it('saves what it had when the token ran out on the way', async () => {
    world.answers.set('wb9', 'token-expired');
    const job = await until(await runner.start(jobInput(30, 'files')), 'done');
    expect(job.items.filter(({ state }) => state === 'saved').length).toBeGreaterThanOrEqual(8);
    expect(files()).toHaveLength(job.items.filter(({ state }) => state === 'saved').length);
  });

  it('marks a board whose older picture stood in', async () => {
    await until(await runner.start(jobInput(1)), 'done');
    const [old] = await world.images.peek(['feishu/me/wb1']);
    world.time += 600_000;
    world.answers.set('wb1', 'network-failed');
    const job = await until(await runner.start(jobInput(1)), 'done');
    expect(job.items[0]).toMatchObject({ state: 'saved', stoodInFrom: old?.fetchedAt });
  });

  it('keeps its pictures from eviction until the archive is written', async () => {
    world.pictureBytes = 1000;
    world.budgetBytes = 2500;
    const job = await until(await runner.start(jobInput(20)), 'done');
    expect(tally(job)).toBe('saved 20');
    expect(world.asked).toHaveLength(20);
    expect(await runner.heldKeys()).toEqual(new Set());
  });

  it('waits for the one before it', async () => {
    world.answers.set('wb1', 'never');
    const first = await runner.start(jobInput(1));
    const second = await runner.start({ ...jobInput(1), items: [{ board: board(7), name: 'Other' }] });
    await eventually(() => expect(world.asked).toEqual(['wb1']));
    expect((await find(second)).state).toBe('running');
    await runner.cancel(first);
    await until(second, 'done');
    expect(world.asked).toEqual(['wb1', 'wb7']);
  });

  it('fails, and can be tried again, when the file cannot be written', async () => {
    world.downloads.interruptions = ['FILE_NO_SPACE'];
    const id = await runner.start(jobInput(2));
    const failed = await until(id, 'failed');
    expect(failed.error).toEqual({ code: 'download-disk-full' });
    expect(tally(failed)).toBe('stored 2');
    await runner.retry(id);
    const done = await until(id, 'done');
    expect(done.error).toBeUndefined();
    expect(tally(done)).toBe('saved 2');
    expect(world.asked).toHaveLength(2);
  });
});

describe('cancelling', () => {
  it('stops requests at once and leaves what was not begun', async () => {
    for (const id of ['wb2', 'wb3']) world.answers.set(id, 'never');
    const id = await runner.start(jobInput(30));
    await eventually(async () => expect(tally(await find(id))).toContain('stored'));
    await runner.cancel(id);
    expect(world.underWay).toBe(0);
    const job = await until(id, 'cancelled');
    expect(tally(job)).not.toMatch(/fetching|failed/);
    expect(files()).toEqual([]);
  });

  it('takes back an archive that is half written', async () => {
    world.downloads.automatic = false;
    const begun = world.downloads.begun();
    const id = await runner.start(jobInput(2));
    await begun;
    await runner.cancel(id);
    expect(world.downloads.items.size).toBe(0);
    expect(world.urls.live.size).toBe(0);
    expect((await until(id, 'cancelled')).fileNames).toEqual([]);
  });

  it('keeps files that are whole, and a retry writes only the others', async () => {
    const begun = world.downloads.begun();
    const id = await runner.start(jobInput(6, 'files'));
    await begun;
    world.downloads.automatic = false;
    await eventually(() => expect(world.downloads.items.size).toBeGreaterThan(1));
    await runner.cancel(id);
    const cancelled = await until(id, 'cancelled');
    const whole = files();
    expect(cancelled.fileNames).toHaveLength(whole.length);
    world.downloads.automatic = true;
    await runner.retry(id);
    await until(id, 'done');
    expect(files()).toHaveLength(6);
    expect(files()).toEqual(expect.arrayContaining(whole));
    expect(world.asked).toHaveLength(6);
  });

  it('stops a job that waits for its turn', async () => {
    world.answers.set('wb1', 'never');
    await runner.start(jobInput(1));
    const second = await runner.start(jobInput(1));
    await runner.cancel(second);
    expect((await find(second)).state).toBe('cancelled');
    await expect(runner.cancel('unknown')).rejects.toMatchObject({ code: 'job-missing' });
  });
});

describe('retrying', () => {
  it('asks for the failed boards only, and writes a new archive with all of them', async () => {
    world.answers.set('wb2', 'server-error');
    const id = await runner.start(jobInput(3));
    await until(id, 'done');
    world.answers.clear();
    await runner.retry(id);
    await eventually(async () => expect(tally(await find(id))).toBe('saved 3'));
    const job = await until(id, 'done');
    expect(world.asked.filter((asked) => asked === 'wb1')).toHaveLength(1);
    expect(job.fileNames).toEqual(['Road_map (1).zip']);
    expect(await namesIn('Road_map (1).zip')).toHaveLength(3);
  });

  it('writes no file twice', async () => {
    world.answers.set('wb2', 'server-error');
    const id = await runner.start(jobInput(3, 'files'));
    await until(id, 'done');
    world.answers.clear();
    await runner.retry(id);
    await eventually(async () => expect(tally(await find(id))).toBe('saved 3'));
    expect(files()).toEqual(['Road_map/1 Flow.svg', 'Road_map/2 Flow.svg', 'Road_map/3 Flow.svg']);
  });

  it('fetches again what has gone from the store meanwhile', async () => {
    world.answers.set('wb2', 'server-error');
    const id = await runner.start(jobInput(2));
    await until(id, 'done');
    await world.images.clear();
    world.answers.clear();
    await runner.retry(id);
    await eventually(async () => expect(tally(await find(id))).toBe('saved 2'));
    expect(world.asked).toEqual(['wb1', 'wb2', 'wb2', 'wb1']);
  });

  it('does nothing where nothing is left to do', async () => {
    const id = await runner.start(jobInput(2));
    await until(id, 'done');
    await runner.retry(id);
    expect((await find(id)).state).toBe('done');
    expect(files()).toHaveLength(1);
  });
});

describe('a worker that starts again', () => {
  it('goes on where the pictures were being fetched, and asks for none twice', async () => {
    for (const id of ['wb5', 'wb6', 'wb7', 'wb8', 'wb9', 'wb10', 'wb11', 'wb12'])
      world.answers.set(id, 'never');
    const id = await runner.start(jobInput(20));
    await eventually(async () =>
      expect(tally((await world.jobs.list())[0] ?? (await find(id)))).toMatch(/stored 4/),
    );
    world.asked = [];
    world.answers.clear();
    const next = world.start();
    await next.resume();
    expect(tally(await until(id, 'done', next))).toBe('saved 20');
    expect(world.asked).toHaveLength(16);
    expect(await namesIn('Road_map.zip')).toHaveLength(20);
  });

  it('waits on for an archive that the browser was writing', async () => {
    world.downloads.automatic = false;
    const begun = world.downloads.begun();
    const id = await runner.start(jobInput(2));
    const downloadId = await begun;
    await eventually(async () => expect((await world.jobs.list())[0]?.downloadIds).toEqual([downloadId]));
    const next = world.start();
    await next.resume();
    await world.downloads.finish(downloadId);
    expect((await until(id, 'done', next)).fileNames).toEqual(['Road_map.zip']);
    expect(files()).toEqual(['Road_map.zip']);
  });

  it('writes the archive again when the browser has given it up', async () => {
    const images = world.images;
    await until(await runner.start(jobInput(2)), 'done');
    const [finished] = await world.jobs.list();
    if (finished === undefined) throw new Error('no job');
    const items = finished.items.map((item) => ({ ...item, state: 'stored' as const }));
    await world.jobs.put({ ...finished, items, state: 'saving', downloadIds: [77], fileNames: [] });
    const next = world.start();
    await next.resume();
    const job = await until(finished.id, 'done', next);
    expect(job.fileNames).toEqual(['Road_map (1).zip']);
    expect(await images.usage()).toMatchObject({ images: 2 });
  });

  it('takes up files one by one', async () => {
    world.downloads.automatic = false;
    const id = await runner.start(jobInput(3, 'files'));
    await eventually(async () =>
      expect((await world.jobs.list())[0]?.items.filter(({ downloadId }) => downloadId)).toHaveLength(3),
    );
    const next = world.start();
    await next.resume();
    for (const downloadId of world.downloads.items.keys()) await world.downloads.finish(downloadId);
    expect(tally(await until(id, 'done', next))).toBe('saved 3');
    expect(files()).toEqual(['Road_map/1 Flow.svg', 'Road_map/2 Flow.svg', 'Road_map/3 Flow.svg']);
  });
});

describe('remembered jobs', () => {
  it('are dismissed one by one, running ones too', async () => {
    const done = await runner.start(jobInput(1));
    await until(done, 'done');
    world.answers.set('wb2', 'never');
    const stuck = await runner.start(jobInput(2));
    await eventually(() => expect(world.underWay).toBe(1));
    await runner.dismiss(done);
    await runner.dismiss(stuck);
    expect(world.underWay).toBe(0);
    expect(await runner.list()).toEqual([]);
    expect(await world.jobs.list()).toEqual([]);
  });

  it('are the twenty latest', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 22; count += 1) {
      ids.push(await runner.start(jobInput(1, 'files')));
    }
    await until(ids.at(-1) ?? '', 'done');
    expect((await runner.list()).map(({ id }) => id)).toEqual(ids.slice(2));
    await eventually(async () => expect(await world.jobs.list()).toHaveLength(20));
  });
});
