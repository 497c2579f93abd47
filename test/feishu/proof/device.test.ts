import { describe, expect, it } from 'vitest';
import { open } from './person';
import * as flows from './sign-in-flows';
import { useFeishu } from './started';
import { app, poorApp } from './world';

const feishu = useFeishu();
const second = 1000;
const path = '/oauth/v1/device_authorization';

describe('device authorization', () => {
  it('waits for the page and then gives tokens, once', async () => {
    const { deviceCode, page, reply } = await flows.beginDevice(feishu());
    expect(reply.json).toMatchObject({ expires_in: 240, interval: 5 });
    expect(reply.json.user_code).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/);
    const pending = await flows.pollDevice(feishu(), deviceCode);
    expect([pending.status, pending.json.error]).toEqual([400, 'authorization_pending']);
    expect((await flows.answerPage(feishu(), page, 'Authorize')).heading).toBe('Authorization successful');
    feishu().clock.advance(5 * second);
    const { json } = await flows.pollDevice(feishu(), deviceCode);
    expect(json).toMatchObject({ code: 0, scope: flows.allScopes, expires_in: 7200 });
    feishu().clock.advance(5 * second);
    expect((await flows.pollDevice(feishu(), deviceCode)).json.error).toBe('invalid_grant');
    expect((await open(feishu(), page)).heading).toBe('Link expired');
  });

  it('has its page where the official tool was sent, and not without the flow', async () => {
    const { page } = await flows.beginDevice(feishu());
    const url = new URL(page);
    expect(url.origin + url.pathname).toBe('https://accounts.feishu.cn/oauth/v1/device/verify');
    expect([...url.searchParams.keys()]).toEqual(['flow_id', 'user_code']);
    url.searchParams.delete('flow_id');
    expect((await open(feishu(), url.href)).heading).toBe('Error code: 20001');
    url.searchParams.set('flow_id', 'another');
    expect((await open(feishu(), url.href)).heading).toBe('Link expired');
    expect((await open(feishu(), page)).heading).toBe('Authorize Proof');
  });

  it('can name its lifetime otherwise, and have its page elsewhere', async () => {
    const { signIn } = feishu().store;
    const begin = [flows.beginDevice, flows.beginRegistration].map((flow) => () => flow(feishu()));
    for (const [index, lifetime] of [240, 3600].entries()) {
      signIn.lifetimeField = 'expire_in';
      const renamed = (await begin[index]?.())?.reply.json;
      expect(renamed).toMatchObject({ expire_in: lifetime });
      expect(renamed).not.toHaveProperty('expires_in');
      signIn.lifetimeField = 'absent';
      signIn.verificationHost = 'passport.feishu.cn';
      const begun = await begin[index]?.();
      expect(Object.keys(begun?.reply.json ?? {}).filter((key) => key.startsWith('expire'))).toEqual([]);
      expect(begun?.page).toMatch(/^https:\/\/passport\.feishu\.cn\//);
      signIn.verificationHost = undefined;
    }
  });

  it('slows those down who poll too fast, by five seconds each time', async () => {
    const { deviceCode } = await flows.beginDevice(feishu());
    const outcomes: unknown[] = [];
    for (const wait of [0, 4, 9, 15, 15]) {
      feishu().clock.advance(wait * second);
      outcomes.push((await flows.pollDevice(feishu(), deviceCode)).json.error);
    }
    expect(outcomes).toEqual([
      'authorization_pending',
      'slow_down',
      'slow_down',
      'authorization_pending',
      'authorization_pending',
    ]);
    feishu().store.signIn.intervalSeconds = 0;
    const hurried = await flows.beginDevice(feishu());
    expect(hurried.reply.json.interval).toBe(0);
    for (const _ of [1, 2, 3]) {
      const { json } = await flows.pollDevice(feishu(), hurried.deviceCode);
      expect(json.error).toBe('authorization_pending');
    }
  });

  it('ends when the user denies, and after 240 seconds', async () => {
    const denied = await flows.beginDevice(feishu());
    expect((await flows.answerPage(feishu(), denied.page, 'Deny')).heading).toBe('Authorization denied');
    expect((await flows.pollDevice(feishu(), denied.deviceCode)).json.error).toBe('access_denied');
    const late = await flows.beginDevice(feishu());
    feishu().clock.advance(240 * second);
    expect((await flows.pollDevice(feishu(), late.deviceCode)).json.error).toBe('expired_token');
    expect((await open(feishu(), late.page)).heading).toBe('Link expired');
  });

  it('leaves out what the app has not enabled, and grants the rest', async () => {
    const { deviceCode, page } = await flows.beginDevice(feishu(), 'wiki:wiki board:whiteboard:node:read');
    expect((await open(feishu(), page)).html).not.toContain('wiki:wiki');
    await flows.answerPage(feishu(), page, 'Authorize');
    expect((await flows.pollDevice(feishu(), deviceCode)).json.scope).toBe('board:whiteboard:node:read');
  });

  it('refuses scopes that nobody has heard of', async () => {
    const { reply } = await flows.beginDevice(feishu(), 'board:everything');
    expect([reply.status, reply.json.error]).toEqual([400, 'invalid_scope']);
    expect(reply.json.error_description).toContain('invalid or malformed scopes');
  });

  it('wants the secret of the app', async () => {
    const codeFor = async (secret: string, form: flows.Form): Promise<unknown> => {
      const basic = Buffer.from(`${app.id}:${secret}`).toString('base64');
      const headers = { authorization: `Basic ${basic}` };
      return (await flows.post(feishu(), path, form, { headers })).json.code;
    };
    expect(await codeFor('guess', { client_id: app.id })).toBe(20002);
    expect(await codeFor(app.secret, { client_id: poorApp.id })).toBe(20063);
    expect(await codeFor(app.secret, flows.credentials)).toBe(20070);
    expect((await flows.post(feishu(), path, flows.credentials)).json.code).toBe(20063);
  });

  it('can lack its page while polls go on', async () => {
    feishu().store.changeApp(app.id, { devicePageMissing: true });
    const { page, deviceCode } = await flows.beginDevice(feishu());
    expect((await open(feishu(), page)).status).toBe(404);
    expect((await flows.pollDevice(feishu(), deviceCode)).json.error).toBe('authorization_pending');
  });
});
