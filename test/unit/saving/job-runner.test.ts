import { beforeEach, describe, expect, it } from 'vitest';
import {
  answerWith,
  eventually,
  extras,
  files,
  find,
  namesIn,
  nextLife,
  pictures,
  runner,
  startAnew,
  threeFiles,
  until,
  world,
} from './job-harness';
import { board, jobInput, tally } from './job-world';

beforeEach(startAnew);

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

  it('has forty-eight boards in flight, and no more', async () => {
    answerWith('never', 1, 68);
    const id = await runner.start(jobInput(68));
    await eventually(() => expect(world.underWay).toBe(48));
    await eventually(async () => expect(tally(await find(id))).toBe('fetching 48, waiting 20'));
    await runner.cancel(id);
    expect(world.asked).toHaveLength(48);
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
    answerWith('board-forbidden', 1, 2);
    const job = await until(await runner.start(jobInput(2)), 'failed');
    expect(job.error).toEqual({ code: 'board-forbidden' });
    expect(files()).toEqual([]);
  });

  it('stops asking when every board would meet the same failure', async () => {
    answerWith('app-scope-missing', 1, 60);
    const job = await until(await runner.start(jobInput(60)), 'failed');
    expect(tally(job)).toBe('failed 60');
    expect(world.asked.length).toBeLessThanOrEqual(48);
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

  it('asks once more where the browser refuses without a reason, as it does when it stops the worker', async () => {
    world.refusals = 1;
    expect(tally(await until(await runner.start(jobInput(3, 'files')), 'done'))).toBe('saved 3');
    world.refusals = 2;
    const { error } = await until(await runner.start(jobInput(3, 'files')), 'failed');
    expect(error).toEqual({ code: 'unexpected' });
  });

  it('keeps its pictures from eviction until the archive is written', async () => {
    world.pictureBytes = 1000;
    world.budgetBytes = 2500;
    const job = await until(await runner.start(jobInput(20)), 'done');
    expect(tally(job)).toBe('saved 20');
    expect(world.asked).toHaveLength(20);
    expect(await runner.heldKeys()).toEqual(new Set());
  });

  it('counts a picture that is lost again and again as failed, and as nothing else', async () => {
    world.settled = async (imageKey) => {
      if (imageKey.endsWith('wb2')) await world.images.remove(imageKey);
    };
    const job = await until(await runner.start(jobInput(2)), 'done');
    expect(tally(job)).toBe('saved 1, failed 1');
    expect(job.items[1]?.error).toEqual({ code: 'storage-failed' });
    expect(world.asked).toEqual(['wb1', 'wb2', 'wb2']);
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
    const next = await nextLife();
    await world.downloads.finish(downloadId);
    await eventually(async () => expect(await next.list()).toEqual([]));
    expect(files()).toEqual(['Road_map - Flow.svg']);
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

  it('are not without the one that has just ended, however old it is', async () => {
    world.answers.set('wb1', 'board-forbidden');
    answerWith('never', 2, 2);
    const old = await runner.start(jobInput(2));
    await eventually(async () => expect(tally(await find(old))).toContain('failed 1'));
    await runner.pause(old);
    world.answers.clear();
    let last = '';
    for (let count = 0; count < 20; count += 1)
      last = await runner.start({ ...jobInput(1, 'files'), items: [] });
    await until(last, 'failed');
    await runner.goOn(old);
    expect(tally(await until(old, 'done'))).toBe('failed 1, saved 1');
    expect(await runner.list()).toHaveLength(20);
  });
});
