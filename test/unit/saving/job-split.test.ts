import { beforeEach, expect, it } from 'vitest';
import { eventually, files, namesIn, runner, startAnew, until, world } from './job-harness';
import { jobInput, tally } from './job-world';

/** The pictures in each archive. */
const pictures = (): Promise<string[][]> =>
  Promise.all(
    files().map(async (path) =>
      (await namesIn(path)).filter((name) => name.endsWith('.svg')).map((name) => name.split('/')[1] ?? ''),
    ),
  );

beforeEach(() => {
  startAnew();
  // Two boards an archive.
  world.pictureBytes = 500;
  world.paper.naming.partBytes = 2500;
  world.budgetBytes = 1000;
  world.downloads.automatic = false;
});

/** Starts a job of so many boards, of which the first archive is written, and the second is being made. */
async function startWithOneWritten(count: number): Promise<{ id: string; make: () => void }> {
  const begun = world.downloads.begun();
  const id = await runner.start(jobInput(count));
  const first = await begun;
  let make = (): void => {};
  world.making = new Promise((resolve) => (make = resolve));
  await world.downloads.finish(first);
  await eventually(async () =>
    expect((await world.jobs.list()).map(tally)).toEqual([`saved 2, stored ${count - 2}`]),
  );
  world.downloads.automatic = true;
  return { id, make };
}

it('a job of several archives that is stopped between two has each board in one of them', async () => {
  const { id } = await startWithOneWritten(6);
  world.making = Promise.resolve();
  const next = world.start();
  await world.images.sweep();
  await next.wake();
  expect(tally(await until(id, 'done', next))).toBe('saved 6');
  expect(world.asked).toHaveLength(6);
  expect(await pictures()).toEqual([
    ['1 Flow.svg', '2 Flow.svg'],
    ['3 Flow.svg', '4 Flow.svg'],
    ['5 Flow.svg', '6 Flow.svg'],
  ]);
});

it('a job of several archives fetches again what was cleared between two, and has each board in one of them', async () => {
  const { id, make } = await startWithOneWritten(4);
  await world.images.clear();
  make();
  expect((await until(id, 'waiting')).error).toEqual({ code: 'storage-failed' });
  await runner.wake();
  expect(tally(await until(id, 'done'))).toBe('saved 4');
  expect(await pictures()).toEqual([
    ['1 Flow.svg', '2 Flow.svg'],
    ['3 Flow.svg', '4 Flow.svg'],
  ]);
});
