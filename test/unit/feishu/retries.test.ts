import { describe, expect, it } from 'vitest';
import { AppError } from '../../../components/errors';
import { bytes, json, networkDown, ok, type Scripted } from '../fakes/scripted-fetch';
import { boardId, codeOf, documentId, failureIn, png, setUp } from './setup';

describe('retries', () => {
  it('waits out a rate limit for as long as the server says', async () => {
    const { client, clock, sent } = setUp([
      json({ code: 2890006, msg: 'too many request' }, 429, { 'x-ogw-ratelimit-reset': '3' }),
      bytes(png),
    ]);
    const start = clock.now();
    await clock.runUntil(client.downloadBoardImage(boardId));
    expect(clock.now() - start).toBe(3000);
    expect(sent).toHaveLength(2);
  });

  it('knows a rate limit that comes as HTTP 400', async () => {
    const { client, clock, sent } = setUp([
      json({ code: 99991400, msg: 'request trigger frequency limit' }, 400, { 'retry-after': '1' }),
      ok({ document: { document_id: documentId, title: 'T', revision_id: 7 } }),
    ]);
    const start = clock.now();
    const document = await clock.runUntil(client.getDocument(documentId));
    expect(document).toEqual({ documentId, title: 'T', revisionId: 7 });
    expect(clock.now() - start).toBe(1000);
    expect(sent).toHaveLength(2);
  });

  it('makes the whole family wait, and only it', async () => {
    const start: number[] = [];
    const { client, clock } = setUp([
      json({ code: 99991400 }, 400, { 'x-ogw-ratelimit-reset': '5' }),
      () => {
        start.push(clock.now());
        return ok({ document: { document_id: documentId }, open_id: 'ou_1' });
      },
    ]);
    const begin = clock.now();
    const first = client.getDocument(documentId);
    await clock.advance(0);
    const second = client.getDocument(documentId);
    const other = client.getUserInfo();
    await clock.runUntil(Promise.all([first, second, other]));
    expect(start.map((time) => time - begin)).toEqual([0, 5000, 5000]);
  });

  it('gives up on a rate limit that does not end', async () => {
    const { client, clock, sent } = setUp([() => json({ code: 99991400 }, 429)]);
    const error = await clock.runUntil(failureIn(client.downloadBoardImage(boardId)));
    expect(error.code).toBe('rate-limited');
    expect(sent).toHaveLength(6);
  });

  it('does not wait for a server that asks for minutes, but says for how long', async () => {
    const { client, clock, sent } = setUp([json({ code: 99991400 }, 429, { 'retry-after': '3600' })]);
    const error = await clock.runUntil(failureIn(client.downloadBoardImage(boardId)));
    expect(error.code).toBe('rate-limited');
    expect(error.details.retryAfterMs).toBe(3_600_000);
    expect(sent).toHaveLength(1);
  });

  it.each<[string, Scripted]>([
    ['server-error', () => json({ code: 2891001 }, 500)],
    ['server-error', () => new Response('Bad Gateway', { status: 502 })],
    ['server-error', () => json({ code: 1771001 })],
    ['network-failed', networkDown],
  ])('tries again after %s, later each time', async (code, scripted) => {
    const { client, clock, sent } = setUp([scripted]);
    const start = clock.now();
    expect(await clock.runUntil(codeOf(client.downloadBoardImage(boardId)))).toBe(code);
    expect(sent).toHaveLength(4);
    // Randomness is in the middle: between half and all of 500, 1000 and 2000 ms.
    expect(clock.now() - start).toBe(375 + 750 + 1500);
  });

  it('recovers when the server does', async () => {
    const { client, clock } = setUp([networkDown, json({ code: 2891001 }, 500), bytes(png)]);
    expect((await clock.runUntil(client.downloadBoardImage(boardId))).bytes).toHaveLength(png.length);
  });

  it('says that the server failed, where the browser would not ask it again', async () => {
    const { client, clock } = setUp([json({ code: 2891001 }, 500), networkDown, networkDown, networkDown]);
    const error = await clock.runUntil(failureIn(client.downloadBoardImage(boardId)));
    expect(error).toMatchObject({ code: 'server-error', details: { apiCode: 2891001 } });
  });

  it('heeds Retry-After of a server that is down', async () => {
    const { client, clock } = setUp([json({}, 503, { 'retry-after': '9' }), bytes(png)]);
    const start = clock.now();
    await clock.runUntil(client.downloadBoardImage(boardId));
    expect(clock.now() - start).toBe(9000);
  });

  it.each([
    [400, 2890001],
    [400, 2890003],
    [401, 2890004],
    [403, 2890005],
    [400, 131001],
    [400, 99991663],
    [400, 99991668],
    [401, 99991677],
    [400, 99991672],
    [404, 1770002],
    [400, 4711],
  ])('never repeats what was refused with HTTP %d and code %d', async (status, code) => {
    const { client, clock, sent } = setUp([json({ code }, status)]);
    await clock.runUntil(failureIn(client.downloadBoardImage(boardId)));
    expect(sent).toHaveLength(1);
    expect(clock.slept.filter((ms) => ms < 25_000)).toEqual([]);
  });

  it('asks for the token before each try', async () => {
    const tokens = ['u-old', 'u-new'];
    const { client, clock, sent } = setUp([networkDown, bytes(png)], {
      getToken: async () => tokens.shift() ?? '',
    });
    await clock.runUntil(client.downloadBoardImage(boardId));
    expect(sent.map(({ init }) => new Headers(init.headers).get('authorization'))).toEqual([
      'Bearer u-old',
      'Bearer u-new',
    ]);
  });

  it('asks nothing while nobody is signed in', async () => {
    const { client, sent } = setUp([], { getToken: () => Promise.reject(new AppError('not-signed-in')) });
    expect(await codeOf(client.getUserInfo())).toBe('not-signed-in');
    expect(sent).toEqual([]);
  });
});
