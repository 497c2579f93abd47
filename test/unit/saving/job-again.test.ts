import { beforeEach, describe, expect, it } from 'vitest';
import {
  find,
  namesIn,
  nextLife,
  reported,
  runner,
  shown,
  startAnew,
  startStuck,
  until,
  world,
} from './job-harness';
import { jobInput, tally } from './job-world';

const day = 24 * 3_600_000;

beforeEach(startAnew);

describe('a job that is run again', () => {
  it('asks for nothing that came a moment ago', async () => {
    await until(await runner.start(jobInput(3)), 'done');
    await until(await runner.start(jobInput(4)), 'done');
    expect(world.asked).toEqual(['wb1', 'wb2', 'wb3', 'wb4']);
    expect(await namesIn('Road_map (1).zip')).toHaveLength(6);
  });

  it('leads from its contact sheet and its report to its own files, which the browser has numbered', async () => {
    await until(await runner.start(jobInput(2, 'files')), 'done');
    await until(await runner.start(jobInput(2, 'files')), 'done');
    const own = ['1 Flow (1).svg', '2 Flow (1).svg'];
    expect(await reported('Road_map/report (1).json')).toEqual(own);
    expect(await shown('Road_map/index (1).html')).toEqual(own);
  });

  it('asks for all of it when time has passed, and on demand', async () => {
    await until(await runner.start(jobInput(2)), 'done');
    world.time += day;
    await until(await runner.start(jobInput(2)), 'done');
    await until(await runner.start({ ...jobInput(2), isFresh: true }), 'done');
    expect(world.asked).toEqual(['wb1', 'wb2', 'wb1', 'wb2', 'wb1', 'wb2']);
  });
});

it('goes on after the weekend in a browser that was closed, with what was lacking', async () => {
  const id = await startStuck(40);
  await runner.pause(id);
  world.answers.clear();
  world.asked = [];
  world.time += 3 * day;
  const monday = await nextLife();
  expect((await find(id, monday)).state).toBe('paused');
  await monday.goOn(id);
  expect(tally(await until(id, 'done', monday))).toBe('saved 40');
  expect(world.asked).toHaveLength(38);
});
