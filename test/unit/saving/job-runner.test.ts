import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Job, JobDocument } from '../../../components/saving/job';
import type { JobRunner } from '../../../components/saving/job-runner';
import { viewJob } from '../../../components/saving/view-job';
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
/** A job's own record, without its parts. */
function header(job: Job | undefined): object {
  const { items: _items, documents: _documents, ...record } = job ?? { items: [], documents: [] };
  return record;
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

const threeFiles = ['Road_map/1 Flow.svg', 'Road_map/2 Flow.svg', 'Road_map/3 Flow.svg'];
const extras = ['Road_map/index.html', 'Road_map/report.json'];
const pictures = (): string[] => files().filter((name) => name.endsWith('.svg'));

describe('a job', () => {
  it('saves all boards as one archive, in their order', async () => {
    const id = await runner.start(jobInput(12));
    const job = await until(id, 'done');
    expect(tally(job)).toBe('saved 12');
    expect(job.files).toMatchObject([{ name: 'Road_map.zip', downloadId: 1 }]);
    expect(job.counts).toMatchObject({ total: 12, saved: 12, bytes: 480 });
    const names = await namesIn('Road_map.zip');
    expect(names).toHaveLength(14);
    expect(names.slice(-2)).toEqual(['Road_map/index.html', 'Road_map/report.json']);
    expect(names.slice(0, 2)).toEqual(['Road_map/01 Flow.svg', 'Road_map/02 Flow.svg']);
    expect(world.urls.live.size).toBe(0);
  });

  it('saves all boards as files in one folder', async () => {
    const id = await runner.start(jobInput(3, 'files'));
    const job = await until(id, 'done');
    expect(files()).toEqual([...threeFiles, ...extras]);
    expect(job.files.map(({ name }) => name)).toEqual(['index.html', 'report.json']);
  });

  it('has twenty-eight boards in flight, and no more', async () => {
    const input = jobInput(40);
    for (const { board: each } of input.items) world.answers.set(each.whiteboardId ?? '', 'never');
    const id = await runner.start(input);
    await eventually(() => expect(world.underWay).toBe(28));
    await eventually(async () => expect(tally(await find(id))).toBe('fetching 28, waiting 12'));
    await runner.cancel(id);
    expect(world.asked).toHaveLength(28);
  });

  it('tells every step to those who watch, and never counts backwards', async () => {
    await until(await runner.start(jobInput(4)), 'done');
    expect(new Set(world.changes.map(({ state }) => state))).toEqual(new Set(['running', 'saving', 'done']));
    const stored = world.changes.map((each) => Number(/(?:stored|saved) (\d)/.exec(each.tally)?.[1] ?? 0));
    expect(stored).toEqual(stored.toSorted((one, other) => one - other));
  });

  it('goes on when some boards fail, and keeps why', async () => {
    world.answers.set('wb2', 'board-forbidden');
    const input = jobInput(4);
    input.items.push({ board: { ...board(5), whiteboardId: undefined }, name: 'Flow' });
    const job = await until(await runner.start(input), 'done');
    expect(tally(job)).toBe('saved 3, failed 2');
    expect(job.items[1]?.error).toEqual({ code: 'board-forbidden' });
    expect(job.items[4]?.error).toEqual({ code: 'board-token-unknown' });
    expect(await namesIn('Road_map.zip')).toHaveLength(5);
    expect(job.error).toBeUndefined();
  });

  it('fails when nothing could be saved', async () => {
    for (const id of ['wb1', 'wb2']) world.answers.set(id, 'board-forbidden');
    const job = await until(await runner.start(jobInput(2)), 'failed');
    expect(job.error).toEqual({ code: 'board-forbidden' });
    expect(files()).toEqual([]);
  });

  it('stops asking when every board would meet the same failure', async () => {
    for (let number = 1; number <= 40; number += 1) world.answers.set(`wb${number}`, 'app-scope-missing');
    const job = await until(await runner.start(jobInput(40)), 'failed');
    expect(tally(job)).toBe('failed 40');
    expect(world.asked.length).toBeLessThanOrEqual(28);
    expect(job.error).toEqual({ code: 'app-scope-missing' });
  });

  it('saves what it had when no other board can be had', async () => {
    world.answers.set('wb39', 'quota-used-up');
    const job = await until(await runner.start(jobInput(60, 'files')), 'done');
    const saved = job.items.filter(({ state }) => state === 'saved').length;
    expect(saved).toBeGreaterThanOrEqual(28);
    expect(pictures()).toHaveLength(saved);
  });

  it('asks again for what may come the next time, three times in all', async () => {
    world.answers.set('wb2', 'server-error');
    world.answers.set('wb3', 'board-missing');
    const job = await until(await runner.start(jobInput(3)), 'done');
    expect(world.asked.filter((id) => id === 'wb2')).toHaveLength(3);
    expect(world.asked.filter((id) => id === 'wb3')).toHaveLength(1);
    expect(job.items.map(({ tries, error }) => [tries, error?.code])).toEqual([
      [1, undefined],
      [3, 'server-error'],
      [1, 'board-missing'],
    ]);
  });

  it('waits for a new sign-in, and then goes on with what was lacking', async () => {
    world.answers.set('wb9', 'token-expired');
    const id = await runner.start(jobInput(30));
    const waiting = await until(id, 'waiting');
    expect(waiting.error).toEqual({ code: 'token-expired' });
    expect(tally(waiting)).not.toMatch(/failed|fetching/);
    const held = await runner.heldKeys();
    expect(held.size).toBe(waiting.items.filter(({ state }) => state === 'stored').length);
    await runner.wake();
    expect((await find(id)).state).toBe('waiting');
    world.answers.clear();
    world.asked = [];
    await runner.wake(true);
    expect(tally(await until(id, 'done'))).toBe('saved 30');
    expect(world.asked.length).toBeLessThanOrEqual(30 - held.size);
  });

  it('waits for the network, and goes on when it is woken', async () => {
    for (let number = 1; number <= 40; number += 1) world.answers.set(`wb${number}`, 'network-failed');
    world.isOnline = false;
    const id = await runner.start(jobInput(40));
    for (let round = 0; round < 5; round += 1) {
      expect((await until(id, 'waiting')).error).toEqual({ code: 'network-failed' });
      await runner.wake();
    }
    world.isOnline = true;
    world.answers.clear();
    await until(id, 'waiting').catch(() => undefined);
    await runner.wake();
    expect(tally(await until(id, 'done'))).toBe('saved 40');
  });

  it('does not wait for ever for a board that alone cannot be reached', async () => {
    world.answers.set('wb2', 'network-failed');
    const id = await runner.start(jobInput(2));
    await eventually(async () => {
      await runner.wake();
      expect((await find(id)).state).toBe('done');
    });
    expect((await find(id)).items[1]?.error).toEqual({ code: 'network-failed' });
  });

  it('marks a board whose older picture stood in', async () => {
    await until(await runner.start(jobInput(1)), 'done');
    const [old] = await world.images.peek(['feishu/me/wb1']);
    world.time += 600_000;
    world.answers.set('wb1', 'network-failed');
    const job = await until(await runner.start(jobInput(1)), 'done');
    expect(job.counts).toMatchObject({ saved: 1, older: 1 });
    expect(old?.fetchedAt).toBeLessThan(job.createdAt);
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

describe('pausing', () => {
  it('stops at once, holds what there is, and goes on where it was', async () => {
    for (let number = 3; number <= 30; number += 1) world.answers.set(`wb${number}`, 'never');
    const id = await runner.start(jobInput(30));
    await eventually(async () => expect(tally(await find(id))).toContain('stored 2'));
    await runner.pause(id);
    expect(world.underWay).toBe(0);
    expect(tally(await until(id, 'paused'))).toBe('stored 2, waiting 28');
    expect((await runner.heldKeys()).size).toBe(2);
    const next = world.start();
    await next.wake();
    expect((await find(id, next)).state).toBe('paused');
    world.answers.clear();
    await next.goOn(id);
    await until(id, 'done', next);
    expect(world.asked.filter((asked) => asked === 'wb1')).toHaveLength(1);
  });

  it('lets the next job go first', async () => {
    world.answers.set('wb1', 'never');
    const first = await runner.start(jobInput(1));
    const second = await runner.start({ ...jobInput(1), items: [{ board: board(7), name: 'Other' }] });
    await eventually(() => expect(world.underWay).toBe(1));
    await runner.pause(first);
    await until(second, 'done');
    expect((await find(first)).state).toBe('paused');
  });

  it('can end in keeping what there is', async () => {
    for (let number = 3; number <= 30; number += 1) world.answers.set(`wb${number}`, 'never');
    const id = await runner.start(jobInput(30));
    await eventually(async () => expect(tally(await find(id))).toContain('stored 2'));
    await runner.keep(id);
    expect(tally(await until(id, 'done'))).toBe('saved 2, failed 28');
    expect(await namesIn('Road_map.zip')).toHaveLength(4);
  });
});

describe('one board', () => {
  const one = { ...jobInput(1, 'files'), items: [{ board: board(3), name: 'Flow' }] };

  it('is a job of its own, which waits for no other and leaves no trace', async () => {
    world.answers.set('wb1', 'never');
    await runner.start(jobInput(1));
    const { file, imageKey } = await runner.saveOne(one);
    expect(file?.name).toBe('Road_map - Flow.svg');
    expect(imageKey).toBe('feishu/me/wb3');
    expect(files()).toEqual(['Road_map - Flow.svg']);
    expect(await runner.list()).toHaveLength(1);
  });

  it.each(['board-forbidden', 'token-expired', 'network-failed'] as const)(
    'fails at once with %s, and is not kept',
    async (code) => {
      world.answers.set('wb3', code);
      await expect(runner.saveOne(one)).rejects.toMatchObject({ code });
      expect(await runner.list()).toEqual([]);
    },
  );

  it('is saved by the next life of a worker that was killed', async () => {
    world.downloads.automatic = false;
    const begun = world.downloads.begun();
    void runner.saveOne(one).catch(() => undefined);
    const downloadId = await begun;
    const next = world.start();
    await next.wake();
    await world.downloads.finish(downloadId);
    await eventually(async () => expect(await next.list()).toEqual([]));
    expect(files()).toEqual(['Road_map - Flow.svg']);
  });
});

describe('a job over a wiki', () => {
  const wiki = { ...jobInput(0), wikiNode: 'node1' };
  const page = (name: string): JobDocument => ({
    nodeToken: `node-${name}`,
    documentId: name,
    title: name,
    state: 'waiting',
  });
  beforeEach(() => {
    world.documents = [
      page('a'),
      page('b'),
      { ...page('c'), state: 'failed', error: { code: 'wiki-node-forbidden' } },
    ];
    world.boardsOf.set('a', [
      { board: board(1), name: 'Flow' },
      { board: board(2), name: 'Flow' },
    ]);
    world.boardsOf.set('b', [{ board: board(1, 'wb9'), name: 'Map' }]);
  });

  it('counts first, asks, and saves a folder for each document', async () => {
    const id = await runner.start(wiki);
    const asking = await until(id, 'asking');
    expect(asking.counted).toBe(2);
    expect(world.listed).toEqual([]);
    await runner.goOn(id);
    const job = await until(id, 'done');
    expect(tally(job)).toBe('saved 3');
    expect(await namesIn('Road_map.zip')).toEqual([
      'Road_map/a/1 Flow.svg',
      'Road_map/a/2 Flow.svg',
      'Road_map/b/1 Map.svg',
      'Road_map/index.html',
      'Road_map/report.json',
    ]);
    expect(viewJob(job)).toMatchObject({ pages: { total: 3, read: 2, failed: 1 } });
  });

  it('asks no document twice when the worker was killed', async () => {
    world.answers.set('wb9', 'never');
    const id = await runner.start(wiki);
    await until(id, 'asking');
    await runner.goOn(id);
    await eventually(async () =>
      expect(tally((await world.jobs.list())[0] ?? (await find(id)))).toContain('stored 2'),
    );
    world.answers.clear();
    const next = world.start();
    await next.wake();
    await until(id, 'done', next);
    expect(world.listed.toSorted()).toEqual(['a', 'b']);
    expect(await namesIn('Road_map.zip')).toHaveLength(5);
  });

  it('goes on when a document cannot be listed, and says why', async () => {
    world.boardsOf.set('b', 'document-forbidden');
    const id = await runner.start(wiki);
    await until(id, 'asking');
    await runner.goOn(id);
    const job = await until(id, 'done');
    expect(job.documents.map(({ error }) => error?.code)).toEqual([
      undefined,
      'document-forbidden',
      'wiki-node-forbidden',
    ]);
  });

  it('says when there are no boards', async () => {
    world.documents = [page('x')];
    const id = await runner.start(wiki);
    await until(id, 'asking');
    await runner.goOn(id);
    expect((await until(id, 'failed')).error).toEqual({ code: 'wiki-without-boards' });
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
    const { files: left } = await until(id, 'cancelled');
    expect(left.every(({ name }) => name === undefined)).toBe(true);
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
    expect(cancelled.items.filter(({ state }) => state === 'saved')).toHaveLength(whole.length);
    world.downloads.automatic = true;
    await runner.retry(id);
    await until(id, 'done');
    expect(pictures()).toHaveLength(6);
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
    expect(job.files).toMatchObject([{ name: 'Road_map (1).zip' }]);
    expect(await namesIn('Road_map (1).zip')).toHaveLength(5);
  });

  it('writes no file twice', async () => {
    world.answers.set('wb2', 'server-error');
    const id = await runner.start(jobInput(3, 'files'));
    await until(id, 'done');
    world.answers.clear();
    await runner.retry(id);
    await eventually(async () => expect(tally(await find(id))).toBe('saved 3'));
    expect(files()).toEqual(expect.arrayContaining([...threeFiles, ...extras]));
    expect(files().filter((name) => name.endsWith('.svg'))).toEqual(threeFiles);
  });

  it('fetches again what has gone from the store meanwhile', async () => {
    world.answers.set('wb2', 'server-error');
    const id = await runner.start(jobInput(2));
    await until(id, 'done');
    await world.images.clear();
    world.answers.clear();
    await runner.retry(id);
    await eventually(async () => expect(tally(await find(id))).toBe('saved 2'));
    expect(world.asked).toEqual(['wb1', 'wb2', 'wb2', 'wb2', 'wb2', 'wb1']);
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
    for (let number = 5; number <= 20; number += 1) world.answers.set(`wb${number}`, 'never');
    const id = await runner.start(jobInput(20));
    await eventually(async () =>
      expect(tally((await world.jobs.list())[0] ?? (await find(id)))).toMatch(/stored 4/),
    );
    world.asked = [];
    world.answers.clear();
    const next = world.start();
    await next.wake();
    expect(tally(await until(id, 'done', next))).toBe('saved 20');
    expect(world.asked).toHaveLength(16);
    expect(await namesIn('Road_map.zip')).toHaveLength(22);
  });

  it('waits on for an archive that the browser was writing', async () => {
    world.downloads.automatic = false;
    const begun = world.downloads.begun();
    const id = await runner.start(jobInput(2));
    const downloadId = await begun;
    await eventually(async () => expect((await world.jobs.list())[0]?.files).toMatchObject([{ downloadId }]));
    const next = world.start();
    await next.wake();
    await world.downloads.finish(downloadId);
    expect((await until(id, 'done', next)).files).toMatchObject([{ name: 'Road_map.zip' }]);
    expect(files()).toEqual(['Road_map.zip']);
  });

  it('finds the archive that was begun when nobody could write down its id', async () => {
    world.downloads.automatic = false;
    const begun = world.downloads.begun();
    const id = await runner.start(jobInput(2));
    const downloadId = await begun;
    const [job] = await world.jobs.list();
    const url = job?.files[0]?.url ?? '';
    expect(url).not.toBe('');
    await world.jobs.write(new Map([[id, { ...header(job), files: [{ url }] }]]));
    const next = world.start();
    await next.wake();
    await world.downloads.finish(downloadId);
    expect((await until(id, 'done', next)).files).toMatchObject([{ name: 'Road_map.zip', downloadId }]);
    expect(files()).toEqual(['Road_map.zip']);
  });

  it('writes the archive again when the browser has given it up', async () => {
    world.downloads.automatic = false;
    const begun = world.downloads.begun();
    const id = await runner.start(jobInput(2));
    world.downloads.items.delete(await begun);
    world.downloads.automatic = true;
    const next = world.start();
    await next.wake();
    await until(id, 'done', next);
    expect(files()).toEqual(['Road_map.zip']);
  });

  it('takes up files one by one', async () => {
    world.downloads.automatic = false;
    const id = await runner.start(jobInput(3, 'files'));
    await eventually(async () =>
      expect((await world.jobs.list())[0]?.items.filter(({ file }) => file?.downloadId)).toHaveLength(3),
    );
    const next = world.start();
    await next.wake();
    world.downloads.automatic = true;
    for (const downloadId of world.downloads.items.keys()) await world.downloads.finish(downloadId);
    expect(tally(await until(id, 'done', next))).toBe('saved 3');
    expect(files()).toEqual(expect.arrayContaining([...threeFiles, ...extras]));
    expect(files().filter((name) => name.endsWith('.svg'))).toEqual(threeFiles);
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
