import { beforeEach, expect, it } from 'vitest';
import { files, runner, startAnew, until, world } from './job-harness';
import { board, jobInput, tally } from './job-world';

const recipe = { format: 'webp' } as const;

beforeEach(startAnew);

it('a job writes what its recipe makes, with the extension of what that is', async () => {
  await until(await runner.start({ ...jobInput(2, 'files'), recipe }), 'done');
  expect(files()).toEqual(
    ['1 Flow.webp', '2 Flow.webp', 'index.html', 'report.json'].map((name) => `Road_map/${name}`),
  );
});

it('one board by itself is saved by its recipe', async () => {
  const { imageKey } = await runner.saveOne({ ...jobInput(1), recipe });
  expect(imageKey).toBe('feishu/me/wb1/Flow');
  expect(files()).toEqual(['Road_map - Flow.webp']);
});

it.each([
  ['nothing', 0],
  ['less than is made', 400],
])(
  'a job with a recipe stands still for no picture, and fetches none twice, where the cache may hold %s',
  async (_, bytes) => {
    world.budgetBytes = bytes;
    const id = await runner.start({ ...jobInput(24), recipe });
    expect(tally(await until(id, 'done'))).toBe('saved 24');
    expect(world.asked).toHaveLength(24);
    expect(await runner.heldKeys()).toEqual(new Set());
  },
);

it('boards that are saved at once by a recipe do not cost each other their pictures where the cache may hold nothing', async () => {
  world.budgetBytes = 0;
  const one = (number: number) => ({
    ...jobInput(1),
    recipe,
    items: [{ board: board(number), name: `${number}` }],
  });
  await Promise.all([1, 2, 3, 4].map((number) => runner.saveOne(one(number))));
  expect(files()).toHaveLength(4);
});
