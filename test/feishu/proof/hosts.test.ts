import { connect, type ClientHttp2Session } from 'node:http2';
import { connect as connectTls } from 'node:tls';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { startFeishu } from '../server';
import { ask, picturePath } from './ask';
import { useFeishu } from './started';
import { boardIds, documentId, tokens, world } from './world';

const feishu = useFeishu();

function http2To(host: string): ClientHttp2Session {
  return connect(`https://${host}`, {
    createConnection: () =>
      connectTls({
        host: '127.0.0.1',
        port: feishu().port,
        servername: host,
        ca: feishu().certificate,
        ALPNProtocols: ['h2'],
      }),
  });
}

describe('the server', () => {
  it('speaks HTTP/2 too', async () => {
    const session = http2To('open.feishu.cn');
    const stream = session.request({
      ':path': picturePath(boardIds.png),
      authorization: `Bearer ${tokens.user}`,
    });
    const headers = new Promise<unknown>((resolve) => stream.once('response', resolve));
    const bytes = await buffer(stream);
    expect(await headers).toMatchObject({ ':status': 200, 'content-type': 'image/png' });
    expect(bytes.equals((await ask(feishu(), picturePath(boardIds.png), { token: tokens.user })).bytes)).toBe(
      true,
    );
    session.close();
  });

  it('can leave the length out over HTTP/2 too', async () => {
    const path = picturePath(boardIds.png);
    const whole = (await ask(feishu(), path, { token: tokens.user })).bytes;
    feishu().faults.add({ match: { path }, kind: 'no-length', half: true });
    const session = http2To('open.feishu.cn');
    const stream = session.request({ ':path': path, authorization: `Bearer ${tokens.user}` });
    const headers = new Promise<unknown>((resolve) => stream.once('response', resolve));
    const bytes = await buffer(stream);
    expect(await headers).not.toHaveProperty('content-length');
    expect(bytes).toHaveLength(Math.floor(whole.length / 2));
    session.close();
  });

  it('resets one HTTP/2 stream and leaves the connection alone', async () => {
    feishu().faults.add({ match: { path: 'user_info' }, kind: 'reset' });
    const session = http2To('open.feishu.cn');
    const call = (): Promise<Buffer> =>
      buffer(session.request({ ':path': '/open-apis/authen/v1/user_info' }));
    await expect(call()).rejects.toThrow(/NGHTTP2_INTERNAL_ERROR/);
    expect((await call()).toString()).toContain('99991661');
    session.close();
  });

  it('answers each host with its own face', async () => {
    const path = `/docx/${documentId}`;
    for (const host of ['acme.feishu.cn', 'acme.larkoffice.com']) {
      const page = await ask(feishu(), path, { host });
      expect(page.status).toBe(200);
      expect(page.headers['content-type']).toMatch(/^text\/html/);
    }
    expect((await ask(feishu(), path, { host: 'open.feishu.cn' })).status).toBe(404);
    expect((await ask(feishu(), '/oauth/v3/token', { host: 'accounts.feishu.cn' })).status).toBe(404);
    expect((await ask(feishu(), path, { host: 'localhost' })).status).toBe(404);
  });

  it('has a certificate for all hosts that it serves', async () => {
    const hosts = ['open.larksuite.com', 'accounts.larksuite.com', 'acme.feishu.cn', 'acme.larkoffice.com'];
    for (const host of hosts) {
      const reply = await ask(feishu(), '/', { host });
      expect(reply.status).toBeGreaterThanOrEqual(200);
    }
  });

  it('keeps a record of requests without their tokens', async () => {
    await ask(feishu(), `${picturePath(boardIds.deleted)}?a=b`, {
      token: tokens.user,
      headers: { 'user-agent': 'proof' },
    });
    expect(feishu().requests).toEqual([
      {
        at: feishu().clock.now(),
        host: 'open.feishu.cn',
        method: 'GET',
        path: picturePath(boardIds.deleted),
        query: { a: 'b' },
        status: 400,
        code: 2890003,
        userAgent: 'proof',
      },
    ]);
    expect(JSON.stringify(feishu().requests)).not.toContain(tokens.user);
    feishu().reset();
    expect(feishu().requests).toEqual([]);
  });

  it('frees its port when it closes, even with a request under way', async () => {
    const first = await startFeishu({ seed: world });
    first.faults.add({ match: { path: '/' }, kind: 'delay', delayMs: 60_000 });
    const outcome = ask(first, '/open-apis/authen/v1/user_info').then(
      () => 'answered',
      () => 'broken off',
    );
    await expect.poll(() => first.requests.length, { interval: 5 }).toBe(1);
    await first.close();
    expect(await outcome).toBe('broken off');
    const second = await startFeishu({ seed: world, port: first.port });
    expect(second.port).toBe(first.port);
    await second.close();
  });

  it('refuses a seed that names what it does not contain', async () => {
    const token = { token: 'u-x', app: 'cli_nobody' };
    await expect(startFeishu({ seed: { ...world, tokens: [token] } })).rejects.toThrow(/cli_nobody/);
  });
});
