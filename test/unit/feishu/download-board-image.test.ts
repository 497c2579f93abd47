import { describe, expect, it } from 'vitest';
import { maxBodyBytes } from '../../../components/feishu/read-body';
import { bytes, json, ok } from '../fakes/scripted-fetch';
import { boardId, codeOf, failureIn, png, setUp } from './setup';

describe('downloadBoardImage', () => {
  it('hands over the bytes and what the server calls them', async () => {
    const { client, clock } = setUp([bytes(png, 'Image/PNG; charset=binary')]);
    const image = await clock.runUntil(client.downloadBoardImage(boardId));
    expect(image.claimedType).toBe('image/png');
    expect(image.bytes).toEqual(png);
  });

  it('hands over a picture without a type', async () => {
    const { client, clock } = setUp([bytes(png)]);
    const image = await clock.runUntil(client.downloadBoardImage(boardId));
    expect(image.claimedType).toBeUndefined();
    expect(image.bytes).toHaveLength(png.length);
  });

  const refusal = { code: 2890003, msg: 'record missing' };

  it.each<[string, Response]>([
    ['status 400', json(refusal, 400)],
    ['status 200', json(refusal)],
    ['status 200 and an image’s type', json(refusal, 200, { 'content-type': 'image/png' })],
    ['status 200 and no type', new Response(new TextEncoder().encode(` \n${JSON.stringify(refusal)}`))],
    ['status 400 and an unknown type', json(refusal, 400, { 'content-type': 'application/octet-stream' })],
  ])('takes JSON with a code for an error, with %s', async (_, reply) => {
    const { client, clock, sent } = setUp([reply]);
    const error = await clock.runUntil(failureIn(client.downloadBoardImage(boardId)));
    expect(error.code).toBe('board-missing');
    expect(error.details.apiCode).toBe(2890003);
    expect(sent).toHaveLength(1);
  });

  it.each<[string, Response]>([
    [
      'a web page',
      new Response('<!doctype html>', { headers: { 'content-type': 'text/html; charset=utf-8' } }),
    ],
    ['nothing', new Response(null, { status: 200 })],
    ['JSON that is no error', ok({ content: 'PHN2Zz4=' })],
  ])('does not take %s for a picture', async (_, reply) => {
    const { client, clock } = setUp([reply]);
    expect(await clock.runUntil(codeOf(client.downloadBoardImage(boardId)))).toBe('response-not-image');
  });

  it('refuses a body that is announced as larger than 100 MB without reading it', async () => {
    let isRead = false;
    const body = new ReadableStream(
      {
        pull(controller) {
          isRead = true;
          controller.enqueue(png);
        },
      },
      { highWaterMark: 0 },
    );
    const { client, clock, sent } = setUp([
      new Response(body, { headers: { 'content-length': String(maxBodyBytes + 1) } }),
    ]);
    expect(await clock.runUntil(codeOf(client.downloadBoardImage(boardId)))).toBe('response-too-large');
    expect(isRead).toBe(false);
    expect(sent).toHaveLength(1);
  });

  it('stops reading a body that turns out larger than 100 MB', async () => {
    const piece = new Uint8Array(25_000_000);
    let pieces = 0;
    let isCancelled = false;
    const body = new ReadableStream(
      {
        pull(controller) {
          pieces++;
          controller.enqueue(piece);
        },
        cancel() {
          isCancelled = true;
        },
      },
      { highWaterMark: 0 },
    );
    const { client, clock } = setUp([new Response(body)]);
    expect(await clock.runUntil(codeOf(client.downloadBoardImage(boardId)))).toBe('response-too-large');
    expect(pieces).toBe(5);
    expect(isCancelled).toBe(true);
  });

  it('asks again when a body is shorter than announced', async () => {
    const { client, clock, sent } = setUp([
      bytes(png.slice(0, 5), 'image/png', { 'content-length': String(png.length) }),
      bytes(png, 'image/png', { 'content-length': String(png.length) }),
    ]);
    const image = await clock.runUntil(client.downloadBoardImage(boardId));
    expect(image.bytes).toHaveLength(png.length);
    expect(sent).toHaveLength(2);
  });

  it('does not hold the length of a packed body against it', async () => {
    const { client, clock } = setUp([
      bytes(png, 'image/png', { 'content-length': '999', 'content-encoding': 'gzip' }),
    ]);
    expect((await clock.runUntil(client.downloadBoardImage(boardId))).bytes).toHaveLength(png.length);
  });

  it('gives up on bodies that break off again and again', async () => {
    const broken = (): Response => {
      const pieces = [png];
      return new Response(
        new ReadableStream({
          pull(controller) {
            const piece = pieces.shift();
            if (piece) controller.enqueue(piece);
            else controller.error(new TypeError('terminated'));
          },
        }),
      );
    };
    const { client, clock, sent } = setUp([broken]);
    expect(await clock.runUntil(codeOf(client.downloadBoardImage(boardId)))).toBe('response-cut-short');
    expect(sent).toHaveLength(4);
  });
});
