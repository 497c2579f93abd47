import { describe, expect, it } from 'vitest';
import { AppError } from '../../../components/errors';
import { json, networkDown, ok, silence, type Scripted } from '../fakes/scripted-fetch';
import { boardId, codeOf, documentId, png, setUp } from './setup';

describe('time and cancelling', () => {
  it('gives a silent server 25 s, twice', async () => {
    const { client, clock, sent } = setUp([silence]);
    const start = clock.now();
    expect(await clock.runUntil(codeOf(client.getUserInfo()))).toBe('timed-out');
    expect(sent).toHaveLength(2);
    expect(clock.now() - start).toBe(25_000 + 375 + 25_000);
  });

  it('gives a body that stalls 25 s, and a slow one that keeps coming all the time that it needs', async () => {
    const slow = (pieces: number): Response => {
      let left = pieces;
      return new Response(
        new ReadableStream(
          {
            async pull(controller) {
              if (left-- === 0) return controller.close();
              await clock.sleep(20_000);
              controller.enqueue(png);
            },
          },
          { highWaterMark: 0 },
        ),
      );
    };

    const stalled = (): Response =>
      new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }));
    const { client, clock } = setUp([() => slow(4), stalled]);
    const image = await clock.runUntil(client.downloadBoardImage(boardId));
    expect(image.bytes).toHaveLength(4 * png.length);
    expect(await clock.runUntil(codeOf(client.downloadBoardImage(boardId)))).toBe('timed-out');
  });

  it('asks nothing when cancelled before', async () => {
    const { client, sent } = setUp([]);
    expect(await codeOf(client.downloadBoardImage(boardId, { signal: AbortSignal.abort() }))).toBe(
      'cancelled',
    );
    expect(sent).toEqual([]);
  });

  it.each<[string, Scripted]>([
    ['waiting for an answer', silence],
    ['reading a body', new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }))],
    ['waiting out a rate limit', json({ code: 99991400 }, 429, { 'retry-after': '60' })],
    ['waiting to try again', networkDown],
  ])('stops at once when cancelled while %s', async (_, scripted) => {
    const { client, clock, sent } = setUp([scripted]);
    const start = clock.now();
    const abort = new AbortController();
    const code = codeOf(client.downloadBoardImage(boardId, { signal: abort.signal }));
    await clock.advance(10);
    abort.abort();
    expect(await code).toBe('cancelled');
    expect(sent).toHaveLength(1);
    expect(clock.now() - start).toBe(10);
  });

  it('keeps to 5 document requests a second', async () => {
    const { client, clock, sent } = setUp([() => ok({ document: { document_id: documentId } })]);
    const start = clock.now();
    const calls = Promise.all(Array.from({ length: 12 }, () => client.getDocument(documentId)));
    await clock.advance(0);
    expect(sent).toHaveLength(5);
    await clock.runUntil(calls);
    // A little below the limit: the server counts arrivals, not starts.
    expect(clock.now() - start).toBeGreaterThanOrEqual(2000);
    expect(clock.now() - start).toBeLessThan(2200);
  });

  it('sends no token that was taken away while its request waited for its turn', async () => {
    const limited = json({ code: 99991400 }, 429, { 'retry-after': '60' });
    let end = Infinity;
    const { client, clock, sent } = setUp([limited, () => new Response(png)], {
      getToken: async ({ now }) => {
        if (now() > end) throw new AppError('not-signed-in');
        return 'u-secret';
      },
    });
    const code = codeOf(client.downloadBoardImage(boardId));
    await clock.advance(0);
    end = clock.now() + 10_000;
    expect(await clock.runUntil(code)).toBe('not-signed-in');
    expect(sent).toHaveLength(1);
  });

  it('keeps to 100 wiki requests a minute', async () => {
    const node = { node_token: 'wikcnNode', space_id: '7034502641455497244', obj_token: documentId };
    const starts: number[] = [];
    const { client, clock } = setUp([() => ok({ node: { ...node, obj_type: 'docx', title: '' } })], {
      onRequest: ({ now }) => starts.push(now()),
    });
    await clock.runUntil(
      Promise.all(Array.from({ length: 250 }, () => client.getWikiNode('wikcnKQ1k3pcuo5uSK4t8VN6kVf'))),
    );
    expect(starts).toHaveLength(250);
    for (const [index, start] of starts.slice(100).entries()) {
      expect(start - (starts[index] ?? 0)).toBeGreaterThanOrEqual(60_000);
    }
    expect((starts[100] ?? 0) - (starts[0] ?? 0)).toBeLessThan(63_000);
  });

  it('keeps to 50 pictures a second as they go out, however long the tokens take to be read', async () => {
    const starts: number[] = [];
    const delays = [0, 190, 40, 240, 10, 120];
    let asked = 0;
    const { client, clock } = setUp([() => new Response(png)], {
      async getToken({ sleep }) {
        await sleep(delays[(asked += 1) % delays.length] ?? 0);
        return 'u-secret';
      },
      onRequest: ({ now }) => starts.push(now()),
    });
    await clock.runUntil(Promise.all(Array.from({ length: 200 }, () => client.downloadBoardImage(boardId))));
    expect(starts).toHaveLength(200);
    for (const [index, start] of starts.slice(50).entries()) {
      expect(start - (starts[index] ?? 0)).toBeGreaterThanOrEqual(1000);
    }
  });
});
