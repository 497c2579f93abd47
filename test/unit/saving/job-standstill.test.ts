import { beforeEach, describe, expect, it } from 'vitest';
import {
  answerWith,
  eventually,
  files,
  find,
  namesIn,
  nextLife,
  pictures,
  runner,
  startAnew,
  startStuck,
  until,
  world,
} from './job-harness';
import { board, jobInput, tally } from './job-world';

beforeEach(startAnew);

describe('pausing', () => {
  it('stops at once, holds what there is, and goes on where it was', async () => {
    const id = await startStuck(30);
    await runner.pause(id);
    expect(world.underWay).toBe(0);
    expect(tally(await until(id, 'paused'))).toBe('stored 2, waiting 28');
    expect((await runner.heldKeys()).size).toBe(2);
    const next = await nextLife();
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
    const id = await startStuck(30);
    await runner.keep(id);
    expect(tally(await until(id, 'done'))).toBe('saved 2, failed 28');
    expect(await namesIn('Road_map.zip')).toHaveLength(4);
  });
});

describe('while the last pictures are looked at', () => {
  it.each([
    ['cancel', 'cancelled'],
    ['pause', 'paused'],
  ] as const)('%s ends the job, which writes nothing', async (stop, state) => {
    let end = (): void => {};
    const looked = new Promise<void>((resolve) => (end = resolve));
    const begun = new Promise<void>((resolve) => {
      world.settled = () => {
        resolve();
        return looked;
      };
    });
    const id = await runner.start(jobInput(3));
    await begun;
    const stopped = runner[stop](id);
    await eventually(async () => expect((await find(id)).state).toBe(state));
    end();
    await stopped;
    expect((await until(id, state)).error).toBeUndefined();
    expect(files()).toEqual([]);
  });
});

describe('cancelling', () => {
  it('stops requests at once and leaves what was not begun', async () => {
    answerWith('never', 2, 3);
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

  it('does not wait for an archive that is being made, of which nothing comes to disk later', async () => {
    let make = (): void => {};
    world.making = new Promise((resolve) => (make = resolve));
    const id = await runner.start(jobInput(2));
    await until(id, 'saving');
    await runner.cancel(id);
    await until(id, 'cancelled');
    make();
    await until(await runner.start(jobInput(1)), 'done');
    expect(files()).toEqual(['Road_map.zip']);
    expect(world.urls.live.size).toBe(0);
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
