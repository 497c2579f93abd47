import { describe, expect, it } from 'vitest';
import { ask, type Answer } from './ask';
import { useFeishu } from './started';
import { app, tokens } from './world';

const feishu = useFeishu();
const whoAmI = (token: string): Promise<Answer> => ask(feishu(), '/open-apis/authen/v1/user_info', { token });
const tenantToken = (body: unknown, host?: string): Promise<Answer> =>
  ask(feishu(), '/open-apis/auth/v3/tenant_access_token/internal', {
    method: 'POST',
    body,
    ...(host && { host }),
  });
const credentials = { app_id: app.id, app_secret: app.secret };

describe('user_info', () => {
  it('answers its own token error with HTTP 200', async () => {
    for (const token of ['u-bogus', tokens.app]) {
      const reply = await whoAmI(token);
      expect([reply.status, reply.json.code]).toEqual([200, 20005]);
    }
  });

  it('leaves missing and expired tokens to the gateway', async () => {
    expect((await ask(feishu(), '/open-apis/authen/v1/user_info')).json.code).toBe(99991661);
    expect((await whoAmI(tokens.expired)).json.code).toBe(99991677);
  });
});

describe('tenant_access_token', () => {
  it('gives the same token again until less than 30 minutes are left', async () => {
    feishu().store.revokeToken(tokens.app);
    const first = await tenantToken(credentials);
    expect(first.json).toMatchObject({ code: 0, msg: 'ok', expire: 7200 });
    const value = first.json.tenant_access_token;
    expect(value).toMatch(/^t-/);
    feishu().clock.advance(5000 * 1000);
    expect((await tenantToken(credentials)).json).toMatchObject({ tenant_access_token: value, expire: 2200 });
    feishu().clock.advance(500 * 1000);
    const renewed = await tenantToken(credentials);
    expect(renewed.json.expire).toBe(7200);
    expect(renewed.json.tenant_access_token).not.toBe(value);
  });

  it('fails with HTTP 200 and a code', async () => {
    const codes = [
      await tenantToken(undefined),
      await tenantToken({ app_id: app.id }),
      await tenantToken(credentials, 'open.larksuite.com'),
      await tenantToken({ ...credentials, app_secret: 'guess' }),
    ].map(({ status, json }) => [status, json.code]);
    expect(codes).toEqual([
      [200, 10003],
      [200, 10003],
      [200, 10003],
      [200, 10015],
    ]);
    feishu().store.changeApp(app.id, { disabled: true });
    expect((await tenantToken(credentials)).json.code).toBe(10014);
  });
});
