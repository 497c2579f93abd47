import { beforeEach, describe, expect, it } from 'vitest';
import type { JobDocument } from '../../../components/saving/job';
import { viewJob } from '../../../components/saving/view-job';
import { eventually, find, namesIn, nextLife, runner, startAnew, until, world } from './job-harness';
import { board, jobInput, tally } from './job-world';

beforeEach(startAnew);

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
    const next = await nextLife();
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

  it('is accepted once it is counted, though the counting was resumed', async () => {
    world.walkFailures = ['network-failed'];
    const id = await runner.start(wiki);
    await until(id, 'waiting');
    await runner.goOn(id);
    await until(id, 'asking');
    await runner.goOn(id);
    expect(tally(await until(id, 'done'))).toBe('saved 3');
    expect((await find(id)).documents).toHaveLength(3);
  });

  describe('with a page below which nothing may be read', () => {
    const closed = {
      ...page('a'),
      documentId: '',
      state: 'failed',
      error: { code: 'wiki-node-forbidden' },
    } as const;
    beforeEach(() => {
      world.documents = [page('a'), closed];
    });

    it('keeps saying so when it is retried, and saves no board twice', async () => {
      world.answers.set('wb2', 'board-forbidden');
      const id = await runner.start(wiki);
      await until(id, 'asking');
      await runner.goOn(id);
      await until(id, 'done');
      world.answers.clear();
      await runner.retry(id);
      await eventually(async () => expect(tally(await find(id))).toBe('saved 2'));
      expect((await until(id, 'done')).documents[1]).toEqual(closed);
      expect(world.listed).toEqual(['a']);
    });

    it('asks again, with each page once, when it was cancelled while it asked', async () => {
      const id = await runner.start(wiki);
      await until(id, 'asking');
      await runner.cancel(id);
      await runner.retry(id);
      expect((await until(id, 'asking')).documents).toEqual(world.documents);
    });
  });

  it('says when there are no boards', async () => {
    world.documents = [page('x')];
    const id = await runner.start(wiki);
    await until(id, 'asking');
    await runner.goOn(id);
    expect((await until(id, 'failed')).error).toEqual({ code: 'wiki-without-boards' });
  });
});
