import { describe, expect, it } from 'vitest';
import { tokenErrorCodes, type TokenErrorCode } from '../sign-in/token-errors';
import type { Answer } from './ask';
import * as flows from './sign-in-flows';
import { useFeishu } from './started';
import { app, poorApp, redirectUrl } from './world';

const feishu = useFeishu();
const grant = { grant_type: 'authorization_code', redirect_uri: redirectUrl };

async function exchange(more: flows.Form = {}): Promise<Answer> {
  return flows.askToken(feishu(), { ...grant, code: await flows.takeCode(feishu()), ...more });
}

async function renew(more: flows.Form = {}): Promise<Answer> {
  return flows.renew(feishu(), (await flows.signIn(feishu())).renewal, more);
}

const poor = { client_id: poorApp.id, client_secret: poorApp.secret };

/** How each code comes about; those that are the server's own fault come on demand. */
const ways: Record<TokenErrorCode, () => Promise<Answer>> = {
  20001: () => exchange({ code: '' }),
  20002: () => exchange({ client_secret: 'guess' }),
  20003: () => exchange({ code: 'never' }),
  async 20004() {
    const code = await flows.takeCode(feishu());
    feishu().clock.advance(5 * 60 * 1000);
    return exchange({ code });
  },
  20008: () => (feishu().store.changeUser('ou_chen', { state: 'gone' }), exchange()),
  20009: () => (feishu().store.changeApp(app.id, { installed: false }), exchange()),
  20010: () => (feishu().store.changeApp(app.id, { availableTo: ['ou_li'] }), exchange()),
  20024: () => exchange(poor),
  20026: () => renew({ refresh_token: 'never' }),
  20036: () => exchange({ grant_type: 'password' }),
  async 20037() {
    const { renewal } = await flows.signIn(feishu());
    feishu().clock.advance(7 * 24 * 60 * 60 * 1000);
    return flows.renew(feishu(), renewal);
  },
  20048: () => exchange({ client_id: 'cli_nobody' }),
  20049: () => exchange({ code_verifier: 'v'.repeat(64) }),
  20050: () => onDemand(20050),
  20063: () =>
    flows.post(
      feishu(),
      '/oauth/v3/token',
      {},
      { form: undefined, body: ['no', 'fields'], headers: { 'content-type': 'application/json' } },
    ),
  async 20064() {
    const { renewal } = await flows.signIn(feishu());
    await flows.post(feishu(), '/oauth/v1/revoke', { ...flows.credentials, token: renewal });
    return flows.renew(feishu(), renewal);
  },
  async 20065() {
    const code = await flows.takeCode(feishu());
    await exchange({ code });
    return exchange({ code });
  },
  20066: () => (feishu().store.changeUser('ou_chen', { state: 'frozen' }), exchange()),
  20067: () => exchange({ scope: 'offline_access offline_access' }),
  20068: () => renew({ scope: 'wiki:wiki' }),
  20069: () => (feishu().store.changeApp(app.id, { disabled: true }), exchange()),
  async 20070() {
    const authorization = `Basic ${Buffer.from(`${app.id}:${app.secret}`).toString('base64')}`;
    const form = { ...grant, code: await flows.takeCode(feishu()) };
    return flows.askToken(feishu(), form, { headers: { authorization } });
  },
  20071: () => exchange({ redirect_uri: 'https://elsewhere.example/' }),
  20072: () => onDemand(20072),
  async 20073() {
    const { renewal } = await flows.signIn(feishu());
    await flows.renew(feishu(), renewal);
    return flows.renew(feishu(), renewal);
  },
  20074: () => (feishu().store.changeApp(app.id, { mayRefresh: false }), renew()),
};

async function onDemand(code: TokenErrorCode): Promise<Answer> {
  const { renewal } = await flows.signIn(feishu());
  feishu().faults.add({ match: { path: '/oauth/v3/token' }, kind: 'oauth', code });
  const reply = await flows.renew(feishu(), renewal);
  // Nothing was used up: the same request can be sent again.
  expect((await flows.renew(feishu(), renewal)).json.code).toBe(0);
  return reply;
}

describe('a refused request for tokens', () => {
  it.each(tokenErrorCodes)('brings about the documented code %i', async (code) => {
    const { status, json } = await ways[code]();
    expect(json).toEqual({
      code,
      error: expect.stringMatching(/^[a-z_]+$/) as string,
      error_description: expect.stringMatching(/\.$/) as string,
    });
    expect(status).toBe({ 20050: 500, 20072: 503 }[code as number] ?? 400);
  });
});
