import { beforeEach, describe, expect, it } from 'vitest';
import {
  eventually,
  extras,
  files,
  find,
  namesIn,
  reported,
  runner,
  shown,
  startAnew,
  threeFiles,
  until,
  world,
} from './job-harness';
import { jobInput, tally } from './job-world';

beforeEach(startAnew);

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

  it('writes the contact sheet that could not be written', async () => {
    const { download } = world.downloads;
    world.downloads.download = async (options) => {
      if (options.filename?.endsWith('index.html')) world.downloads.interruptions = ['USER_CANCELED'];
      return download(options);
    };
    const id = await runner.start(jobInput(3, 'files'));
    expect(tally(await until(id, 'failed'))).toBe('saved 3');
    world.downloads.download = download;
    await runner.retry(id);
    await until(id, 'done');
    expect(files()).toEqual([...threeFiles, ...extras]);
  });

  it('tells in the new report of all files, those included whose pictures have gone from the store', async () => {
    world.answers.set('wb2', 'server-error');
    const id = await runner.start(jobInput(3, 'files'));
    await until(id, 'done');
    await world.images.clear();
    world.answers.clear();
    await runner.retry(id);
    await eventually(async () => expect(tally(await find(id))).toBe('saved 3'));
    await until(id, 'done');
    expect(await reported('Road_map/report (1).json')).toEqual(['1 Flow.svg', '2 Flow.svg', '3 Flow.svg']);
    expect(await shown('Road_map/index (1).html')).toEqual(['1 Flow.svg', '2 Flow.svg', '3 Flow.svg']);
  });

  it('does nothing where nothing is left to do', async () => {
    const id = await runner.start(jobInput(2));
    await until(id, 'done');
    await runner.retry(id);
    expect((await find(id)).state).toBe('done');
    expect(files()).toHaveLength(1);
  });
});
