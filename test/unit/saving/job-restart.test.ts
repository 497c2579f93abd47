import { createStore, set } from 'idb-keyval';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  answerWith,
  eventually,
  extras,
  files,
  find,
  namesIn,
  nextLife,
  runner,
  startAnew,
  startStuck,
  threeFiles,
  until,
  world,
} from './job-harness';
import { jobInput, tally } from './job-world';

beforeEach(startAnew);

describe('a worker that starts again', () => {
  it('goes on where the pictures were being fetched, and asks for none twice', async () => {
    answerWith('never', 5, 20);
    const id = await runner.start(jobInput(20));
    await eventually(async () =>
      expect(tally((await world.jobs.list())[0] ?? (await find(id)))).toMatch(/stored 4/),
    );
    world.asked = [];
    world.answers.clear();
    const next = await nextLife();
    expect(tally(await until(id, 'done', next))).toBe('saved 20');
    expect(world.asked).toHaveLength(16);
    expect(await namesIn('Road_map.zip')).toHaveLength(22);
  });

  it('asks again for what failed because its databases were closed under it', async () => {
    answerWith('storage-failed', 3, 9);
    const id = await runner.start(jobInput(9));
    expect((await until(id, 'waiting')).error).toEqual({ code: 'storage-failed' });
    world.answers.clear();
    const next = await nextLife();
    expect(tally(await until(id, 'done', next))).toBe('saved 9');
  });

  it('writes again what a browser that closed has ended, which says that the user did', async () => {
    world.downloads.interruptions = ['USER_CANCELED'];
    let asked = 0;
    world.mayBeClosing = () => {
      asked += 1;
      return new Promise(() => {}); // It is.
    };
    const id = await runner.start({ ...jobInput(3), output: 'files' });
    await eventually(async () => expect(asked).toBe(1));
    expect(tally(await find(id))).toBe('stored 3');
    world.mayBeClosing = async () => {};
    const next = await nextLife();
    expect(tally(await until(id, 'done', next))).toBe('saved 3');
  });

  it('does not ask for ever where the disk is broken', async () => {
    world.answers.set('wb2', 'storage-failed');
    const id = await runner.start(jobInput(2));
    for (const _ of [1, 2]) {
      await until(id, 'waiting');
      await runner.wake();
    }
    expect(tally(await until(id, 'done'))).toBe('saved 1, failed 1');
  });

  it('waits on for an archive that the browser was writing', async () => {
    world.downloads.automatic = false;
    const begun = world.downloads.begun();
    const id = await runner.start(jobInput(2));
    const downloadId = await begun;
    const next = await nextLife();
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
    const next = await nextLife();
    await until(id, 'done', next);
    expect(files()).toEqual(['Road_map.zip']);
  });

  it('writes the contact sheet and the report, though all pictures were written before', async () => {
    world.making = new Promise(() => {});
    const id = await runner.start(jobInput(3, 'files'));
    await eventually(async () => expect((await world.jobs.list()).map(tally)).toEqual(['saved 3']));
    world.making = Promise.resolve();
    await until(id, 'done', await nextLife());
    expect(files()).toEqual([...threeFiles, ...extras]);
  });

  it('fetches a picture anew whose bytes are not those of its record', async () => {
    const id = await startStuck(3);
    await runner.pause(id);
    // It was killed while a newer picture was put in place of this one.
    const bytes = createStore('board-saver-image-blobs', 'blobs');
    await set('feishu/me/wb1', new Blob(['more bytes than the older picture had'.repeat(2)]), bytes);
    world.answers.clear();
    const next = await nextLife();
    await next.goOn(id);
    expect((await until(id, 'waiting', next)).error).toEqual({ code: 'storage-failed' });
    await next.wake();
    expect(tally(await until(id, 'done', next))).toBe('saved 3');
  });

  it('takes up files one by one', async () => {
    world.downloads.automatic = false;
    const begun = world.downloads.begun();
    const id = await runner.start(jobInput(3, 'files'));
    // The first goes alone.
    await world.downloads.finish(await begun);
    await eventually(async () =>
      expect((await world.jobs.list())[0]?.items.filter(({ file }) => file?.url)).toHaveLength(3),
    );
    const next = await nextLife();
    world.downloads.automatic = true;
    for (const downloadId of world.downloads.items.keys()) await world.downloads.finish(downloadId);
    expect(tally(await until(id, 'done', next))).toBe('saved 3');
    expect(files()).toEqual(expect.arrayContaining([...threeFiles, ...extras]));
    expect(files().filter((name) => name.endsWith('.svg'))).toEqual(threeFiles);
  });
});
