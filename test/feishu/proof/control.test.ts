import { describe, expect, it } from 'vitest';
import { ask, type Answer } from './ask';
import * as flows from './sign-in-flows';
import { useFeishu } from './started';

const feishu = useFeishu();
const control = (rest: string, body: unknown): Promise<Answer> =>
  ask(feishu(), `/__feishu__/${rest}`, { host: 'localhost', method: 'POST', body });

describe('the controls', () => {
  it('say who is logged in in the browser', async () => {
    await control('browser', { brand: 'feishu', user: 'ou_li' });
    expect(feishu().store.signIn.loggedIn.feishu?.id).toBe('ou_li');
    await control('browser', { brand: 'feishu', user: null });
    expect(feishu().store.signIn.loggedIn.feishu).toBeUndefined();
    const wrong = [
      { brand: 'feishu', user: 'ou_nobody' },
      { brand: 'other', user: null },
    ];
    for (const body of wrong) expect((await control('browser', body)).status).toBe(400);
    feishu().reset();
    expect(feishu().store.signIn.loggedIn.feishu?.id).toBe('ou_chen');
  });

  it('push the clock ahead', async () => {
    const before = feishu().clock.now();
    await control('clock', { advanceMs: 60_000 });
    expect(feishu().clock.now() - before).toBe(60_000);
    expect((await control('clock', {})).status).toBe(400);
  });

  it('let the token endpoints fail on demand', async () => {
    const fault = { match: { path: '/oauth/v3/token' }, kind: 'oauth', code: 20050 };
    expect((await control('faults', fault)).status).toBe(200);
    const reply = await flows.renew(feishu(), 'never');
    expect([reply.status, reply.json.code]).toEqual([500, 20050]);
    expect(reply.headers['x-tt-logid']).toMatch(/^\d{14}/);
    expect((await control('faults', { ...fault, code: 1 })).status).toBe(400);
  });

  it('tell what was asked for, so that refreshes and polls can be counted', async () => {
    await flows.renew(feishu(), 'never');
    await flows.beginRegistration(feishu());
    expect(feishu().requests.map(({ asks }) => asks)).toEqual(['refresh_token', 'begin']);
    expect(JSON.stringify(feishu().requests)).not.toContain('never');
  });
});
