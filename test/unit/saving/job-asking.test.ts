import { beforeEach, describe, expect, it } from 'vitest';
import {
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
import { jobInput, tally } from './job-world';

/** The files that the user has not been asked for with an answer. */
const open = (): number[] =>
  [...world.downloads.items.values()].flatMap(({ id, state, filename }) =>
    state === 'in_progress' && filename === '' ? [id] : [],
  );

/** Answers each question of the browser as soon as it is noticed; tells how many there were. */
function answerAll(): { questions: () => number } {
  let questions = 0;
  world.onAsked = () => {
    for (const id of open()) {
      questions += 1;
      void world.downloads.answer(id);
    }
  };
  return { questions: () => questions };
}

beforeEach(() => {
  startAnew();
  world.downloads.asks = true;
});

describe('where the browser asks where to save each file', () => {
  it('a job of files asks once, and then waits until somebody decides', async () => {
    const { questions } = answerAll();
    const id = await runner.start(jobInput(3, 'files'));
    expect(await until(id, 'waiting')).toMatchObject({ error: { code: 'download-asks-for-each' } });
    expect(tally(await find(id))).toBe('saved 1, stored 2');
    expect(questions()).toBe(1);
    await runner.wake();
    expect((await find(id)).state).toBe('waiting');

    await runner.goOn(id);
    expect(tally(await until(id, 'done'))).toBe('saved 3');
    expect(files()).toEqual([...threeFiles, ...extras]);
    expect(questions()).toBe(5);
  });

  it('a job of one board as files writes its contact sheet and report too once the user has agreed', async () => {
    answerAll();
    const id = await runner.start(jobInput(1, 'files'));
    await until(id, 'waiting');
    await runner.goOn(id);
    await until(id, 'done');
    expect(files()).toEqual(['Road_map/1 Flow.svg', ...extras]);
  });

  it('a job of files can go on as one archive, with all boards in it, and asks once more', async () => {
    const { questions } = answerAll();
    const id = await runner.start(jobInput(3, 'files'));
    await until(id, 'waiting');
    await runner.goOn(id, true);
    expect(await until(id, 'done')).toMatchObject({ output: 'zip', files: [{ name: 'Road_map.zip' }] });
    expect(await namesIn('Road_map.zip')).toHaveLength(5);
    expect(questions()).toBe(2);
    expect(world.asked).toHaveLength(3);
  });

  it('a question that is turned down is one failed board, and the archive has it all the same', async () => {
    world.onAsked = () => open().forEach((asked) => world.downloads.interrupt(asked, 'USER_CANCELED'));
    const id = await runner.start(jobInput(3, 'files'));
    await until(id, 'waiting');
    expect(tally(await find(id))).toBe('failed 1, stored 2');
    answerAll();
    await runner.goOn(id, true);
    await until(id, 'done');
    expect(await namesIn('Road_map.zip')).toHaveLength(5);
  });

  it('an archive asks once and for nothing else', async () => {
    const { questions } = answerAll();
    const id = await runner.start(jobInput(3));
    await until(id, 'done');
    expect(questions()).toBe(1);
    expect(files()).toEqual(['Road_map.zip']);
  });

  it('the next job knows it from the start, fetches nothing and asks nothing before somebody decides', async () => {
    const { questions } = answerAll();
    await until(await runner.start(jobInput(3)), 'done');
    expect(world.asksForEach).toBe(true);
    world.asked = [];
    const id = await runner.start(jobInput(6, 'files'));
    await until(id, 'waiting');
    expect([questions(), world.asked]).toEqual([1, []]);

    // By then it does not ask any more.
    world.downloads.asks = false;
    await runner.goOn(id);
    expect(tally(await until(id, 'done'))).toBe('saved 6');
    expect(pictures()).toHaveLength(6);
    expect(world.asksForEach).toBe(false);
    expect((await until(await runner.start(jobInput(3, 'files')), 'done')).error).toBeUndefined();
  });

  it('a question that stands open when the worker is killed is the only one', async () => {
    const noticed = new Promise<void>((resolve) => (world.onAsked = resolve));
    const id = await runner.start(jobInput(3, 'files'));
    await noticed;
    world.downloads.deafen();
    const { questions } = answerAll();
    const next = await nextLife();
    await until(id, 'waiting', next);
    expect(questions()).toBe(1);
    expect(world.downloads.items.size).toBe(1);
    expect(tally(await find(id, next))).toBe('saved 1, stored 2');
  });

  it('one board by itself is asked for as the user wants it', async () => {
    const { questions } = answerAll();
    await runner.saveOne(jobInput(1));
    expect(questions()).toBe(1);
    expect(world.asksForEach).toBe(true);
    await runner.saveOne(jobInput(1));
    expect(questions()).toBe(2);
  });
});
