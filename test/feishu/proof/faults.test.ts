import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../faults';
import { ask, picturePath, type Answer } from './ask';
import { useFeishu } from './started';
import { boardIds, tokens } from './world';

const feishu = useFeishu();
const path = picturePath(boardIds.png);
const download = (): Promise<Answer> => ask(feishu(), path, { token: tokens.user });
const control = (rest: string, body?: unknown, host = 'localhost'): Promise<Answer> =>
  ask(feishu(), `/__feishu__/${rest}`, { host, method: 'POST', body });

describe('a fault', () => {
  it('hits as often as it should, and only what it matches', async () => {
    feishu().faults.add({
      match: { path: /whiteboards/, method: 'get' },
      times: 2,
      kind: 'status',
      status: 502,
    });
    feishu().faults.add({ match: { host: 'open.larksuite.com', path }, kind: 'status', status: 503 });
    expect((await ask(feishu(), '/open-apis/authen/v1/user_info')).status).toBe(400);
    const statuses = [await download(), await download(), await download()].map(({ status }) => status);
    expect(statuses).toEqual([502, 502, 200]);
    expect(feishu().faults.waiting()).toHaveLength(1);
    feishu().reset();
    expect(feishu().faults.waiting()).toEqual([]);
  });

  it('can let some requests by first', async () => {
    feishu().faults.add({ match: { path }, after: 1, kind: 'status', status: 500, code: 2891001 });
    const replies = [await download(), await download(), await download()];
    expect(replies.map(({ status }) => status)).toEqual([200, 500, 200]);
    expect(replies[1]?.json.code).toBe(2891001);
  });

  it('plays the board codes that nothing else brings about', async () => {
    for (const [status, code] of [
      [401, 2890004],
      [429, 2890006],
      [500, 2891001],
    ] as const) {
      feishu().faults.add({ match: { path }, kind: 'status', status, code, msg: 'as documented' });
      const reply = await download();
      expect([reply.status, reply.json]).toEqual([status, { code, msg: 'as documented' }]);
    }
  });

  it.each<[string, Fault, Partial<Answer>]>([
    ['a JSON error under HTTP 200', { match: { path }, kind: 'json-200', code: 5 }, { status: 200 }],
    ['a sign-in page under HTTP 200', { match: { path }, kind: 'html' }, { status: 200 }],
    [
      'bytes of any kind',
      { match: { path }, kind: 'body', body: Buffer.from([1, 2]), contentType: 'image/webp' },
      { status: 200, bytes: Buffer.from([1, 2]) },
    ],
  ])('sends %s', async (_, fault, expected) => {
    feishu().faults.add(fault);
    const reply = await download();
    expect(reply).toMatchObject(expected);
    expect(reply.headers['content-type']).not.toBe('image/png');
  });

  it('breaks the connection without an answer', async () => {
    feishu().faults.add({ match: { path }, kind: 'reset' });
    await expect(download()).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(feishu().requests[0]).toMatchObject({ status: 0, fault: 'reset' });
  });

  it('cuts the body short of its true length', async () => {
    feishu().faults.add({ match: { path }, kind: 'cut-short' });
    await expect(download()).rejects.toThrow(/aborted/);
  });

  it('claims a wrong length, which HTTP/1.1 takes for a shorter picture', async () => {
    const whole = await download();
    feishu().faults.add({ match: { path }, kind: 'wrong-length' });
    const half = await download();
    expect(half.bytes.length).toBe(Math.floor(whole.bytes.length / 2));
    feishu().faults.add({ match: { path }, kind: 'wrong-length', claims: whole.bytes.length + 1 });
    await expect(download()).rejects.toThrow(/aborted/);
  });

  it('can leave the length out, and then half of a picture looks like all of it', async () => {
    const whole = await download();
    feishu().faults.add({ match: { path }, kind: 'no-length' });
    const chunked = await download();
    expect(chunked.headers).not.toHaveProperty('content-length');
    expect(chunked.headers['transfer-encoding']).toBe('chunked');
    expect(chunked.bytes.equals(whole.bytes)).toBe(true);
    feishu().faults.add({ match: { path }, kind: 'no-length', half: true });
    const half = await download();
    expect(half.headers).not.toHaveProperty('content-length');
    expect(half.bytes.equals(whole.bytes.subarray(0, Math.floor(whole.bytes.length / 2)))).toBe(true);
  });

  it('packs the answer for those who take gzip', async () => {
    const whole = await download();
    feishu().faults.add({ match: { path }, kind: 'gzip', times: 2 });
    expect((await download()).bytes.equals(whole.bytes)).toBe(true);
    const headers = { 'accept-encoding': 'gzip, deflate, br' };
    const packed = await ask(feishu(), path, { token: tokens.user, headers });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.headers['content-length']).toBe(String(packed.bytes.length));
    expect(gunzipSync(packed.bytes).equals(whole.bytes)).toBe(true);
  });

  it('lets the bytes trickle and changes none', async () => {
    const whole = await download();
    feishu().faults.add({ match: { path }, kind: 'slow-body', pieces: 5, pauseMs: 1 });
    expect((await download()).bytes.equals(whole.bytes)).toBe(true);
  });

  it('holds an answer back until it is let go', async () => {
    let letGo: (value?: unknown) => void = () => undefined;
    const until = new Promise((resolve) => (letGo = resolve));
    feishu().faults.add({ match: { path }, kind: 'delay', until });
    const reply = download();
    await expect.poll(() => feishu().requests.length, { interval: 5 }).toBe(1);
    expect(feishu().requests[0]).toMatchObject({ status: 0, fault: 'delay' });
    letGo();
    expect((await reply).status).toBe(200);
  });

  it('can be asked for over HTTP, at localhost only', async () => {
    const fault = { match: { path }, times: 'always', kind: 'status', status: 418 };
    expect((await control('faults', fault)).json).toEqual({ code: 0, msg: 'added' });
    expect([(await download()).status, (await download()).status]).toEqual([418, 418]);
    expect((await control('reset')).status).toBe(200);
    expect((await download()).status).toBe(200);
    expect((await control('faults', { kind: 'nonsense' })).status).toBe(400);
    for (const more of [{ kind: 'no-length', half: true }, { kind: 'gzip' }]) {
      expect((await control('faults', { match: { path: 'elsewhere' }, ...more })).status).toBe(200);
    }
    expect((await control('faults', fault, 'open.feishu.cn')).status).toBe(404);
    expect((await control('reset', undefined, 'acme.feishu.cn')).status).toBe(404);
  });

  it('can send bytes that were asked for over HTTP', async () => {
    const body = { base64: Buffer.from([1, 2, 3]).toString('base64') };
    await control('faults', { match: { path }, kind: 'body', body, contentType: 'image/png' });
    expect([...(await download()).bytes]).toEqual([1, 2, 3]);
  });
});
