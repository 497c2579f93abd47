import { beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../../components/saving/job';
import { answerWith, eventually, find, runner, startAnew, until, world } from './job-harness';
import { jobInput, tally } from './job-world';

/** Wakes the runner until the job is done, as its alarm does. */
async function wakeUntilDone(id: string): Promise<Job> {
  await eventually(async () => {
    await runner.wake();
    expect((await find(id)).state).toBe('done');
  });
  return find(id);
}

/** What comes of a job of so many boards that is woken so many times before the network is back. */
async function throughOutage(
  lost: 'isOnline' | 'isReachable',
  boards: number,
  wakes: number,
): Promise<string> {
  answerWith('network-failed', 1, boards);
  world[lost] = false;
  const id = await runner.start(jobInput(boards));
  for (let round = 0; round < wakes; round += 1) {
    expect((await until(id, 'waiting')).error).toEqual({ code: 'network-failed' });
    await runner.wake();
  }
  world[lost] = true;
  world.answers.clear();
  return tally(await wakeUntilDone(id));
}

beforeEach(startAnew);

describe('a job whose server cannot be reached', () => {
  it('waits for the network, and goes on when it is woken', async () => {
    expect(await throughOutage('isOnline', 40, 5)).toBe('saved 40');
  });

  it('loses no board to an outage, however long, that the browser knows nothing of', async () => {
    expect(await throughOutage('isReachable', 4, 20)).toBe('saved 4');
  });

  it('does not wait for ever for a board that alone cannot be reached', async () => {
    world.answers.set('wb2', 'network-failed');
    const { items } = await wakeUntilDone(await runner.start(jobInput(2)));
    expect(items[1]?.error).toEqual({ code: 'network-failed' });
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

  it('takes a stored picture for no sign that the server answers', async () => {
    const input = jobInput(10);
    await until(await runner.start({ ...input, items: input.items.slice(1) }), 'done');
    const areStored = eventually(() => expect(world.changes.at(-1)?.tally).toContain('stored 9'));
    world.answers.set(
      'wb1',
      areStored.then(() => 'network-failed' as const),
    );
    world.isReachable = false;
    const { items } = await until(await runner.start(input), 'waiting');
    expect([items[0]?.tries, tally({ items })]).toEqual([0, 'waiting 1, stored 9']);
  });

  it('takes an older picture for no sign that the server answers, and asks for it again when it does', async () => {
    const input = jobInput(10);
    await until(await runner.start({ ...input, items: input.items.slice(1) }), 'done');
    world.time += 600_000;
    answerWith('network-failed', 1, 10);
    const areStored = eventually(() => expect(world.changes.at(-1)?.tally).toContain('stored 9'));
    world.answers.set(
      'wb1',
      areStored.then(() => 'network-failed' as const),
    );
    world.isReachable = false;
    const id = await runner.start(input);
    const { error, items } = await until(id, 'waiting');
    expect([error, tally({ items })]).toEqual([{ code: 'network-failed' }, 'waiting 10']);
    expect(items[0]?.tries).toBe(0);
    world.answers.clear();
    world.isReachable = true;
    expect((await wakeUntilDone(id)).counts).toMatchObject({ saved: 10, older: 0 });
  });
});
