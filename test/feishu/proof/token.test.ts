import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ask, picturePath, type Answer } from './ask';
import { open, press } from './person';
import * as flows from './sign-in-flows';
import { useFeishu } from './started';
import { app, boardIds, larkApp, redirectUrl } from './world';

const feishu = useFeishu();
const grant = { grant_type: 'authorization_code', redirect_uri: redirectUrl };
const read = (token: string): Promise<Answer> => ask(feishu(), picturePath(boardIds.png), { token });
const day = 24 * 60 * 60 * 1000;

describe('the token endpoint', () => {
  it('gives long tokens for a code, flat and with their lifetimes', async () => {
    const reply = await flows.askToken(feishu(), { ...grant, code: await flows.takeCode(feishu()) });
    expect(reply.status).toBe(200);
    expect(reply.json).toEqual({
      code: 0,
      access_token: expect.stringMatching(/^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/) as string,
      expires_in: 7200,
      refresh_token: expect.stringMatching(/^eyJ/) as string,
      refresh_token_expires_in: 604_800,
      scope: flows.allScopes,
      token_type: 'Bearer',
    });
    const { access, renewal } = flows.tokensOf(reply);
    for (const token of [access, renewal])
      expect([token.length >= 1000, token.length <= 2000]).toEqual([true, true]);
    expect((await read(access)).status).toBe(200);
    feishu().clock.advance(7200 * 1000);
    expect((await read(access)).json.code).toBe(99991677);
  });

  it('answers at the historic host too, in JSON as in a form', async () => {
    const historic = { host: 'open.feishu.cn', method: 'POST' };
    const body = { ...flows.credentials, ...grant, code: await flows.takeCode(feishu()) };
    const reply = await ask(feishu(), '/open-apis/authen/v2/oauth/token', { ...historic, body });
    expect(reply.json.code).toBe(0);
    const form = {
      ...flows.credentials,
      grant_type: 'refresh_token',
      refresh_token: flows.tokensOf(reply).renewal,
    };
    expect((await ask(feishu(), '/open-apis/authen/v2/oauth/token', { ...historic, form })).json.code).toBe(
      0,
    );
  });

  it('takes JSON for what it is called, and elsewhere forms alone', async () => {
    const post = (path: string, body: unknown, type = 'application/json'): Promise<Answer> =>
      flows.post(feishu(), path, {}, { form: undefined, body, headers: { 'content-type': type } });
    const body = { ...flows.credentials, ...grant };
    const asked = { ...body, code: await flows.takeCode(feishu()) };
    expect((await post('/oauth/v3/token', asked, 'text/plain')).json.code).toBe(20063);
    expect((await post('/oauth/v3/token', asked, 'application/x-www-form-urlencoded')).json.code).toBe(20001);
    expect((await post('/oauth/v3/token', asked)).json.code).toBe(0);
    expect((await post('/oauth/v1/revoke', { ...body, token: 'never' })).json.code).toBe(20063);
    expect((await post('/oauth/v1/app/registration', { action: 'begin' })).json.error).toBe(
      'invalid_request',
    );
    expect((await post('/oauth/v1/device_authorization', body)).json.code).toBe(20063);
  });

  it('gives nothing to refresh with unless offline_access was granted', async () => {
    const code = await flows.takeCode(feishu(), { scope: 'board:whiteboard:node:read' });
    const reply = await flows.askToken(feishu(), { ...grant, code });
    expect(reply.json).toMatchObject({ code: 0, scope: 'board:whiteboard:node:read' });
    expect(reply.json).not.toHaveProperty('refresh_token');
  });

  it('adds what is granted to what was granted before, as far as the app still has it', async () => {
    await flows.takeCode(feishu(), { scope: 'board:whiteboard:node:read wiki:node:read' });
    feishu().store.changeApp(app.id, { scopes: ['board:whiteboard:node:read', 'docx:document:readonly'] });
    const code = await flows.takeCode(feishu(), { scope: 'docx:document:readonly' });
    const reply = await flows.askToken(feishu(), { ...grant, code });
    expect(reply.json.scope).toBe('board:whiteboard:node:read docx:document:readonly');
  });

  it('narrows a token to the scopes asked for', async () => {
    const code = await flows.takeCode(feishu());
    const reply = await flows.askToken(feishu(), { ...grant, code, scope: 'docx:document:readonly' });
    expect(reply.json.scope).toBe('docx:document:readonly');
    expect((await read(flows.tokensOf(reply).access)).json.code).toBe(99991679);
  });

  it('checks the PKCE verifier, and the secret all the same', async () => {
    const verifier = 'v'.repeat(64);
    const pkce = {
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    };
    const code = await flows.takeCode(feishu(), pkce);
    const form = { ...grant, code };
    expect((await flows.askToken(feishu(), form)).json.code).toBe(20049);
    expect((await flows.askToken(feishu(), { ...form, code_verifier: 'w'.repeat(64) })).json.code).toBe(
      20049,
    );
    const withoutSecret = { ...form, client_id: app.id, code_verifier: verifier };
    expect((await flows.post(feishu(), '/oauth/v3/token', withoutSecret)).json.code).toBe(20001);
    expect((await flows.askToken(feishu(), { ...form, code_verifier: verifier })).json.code).toBe(0);
  });

  it('turns a verifier without a challenge away in version 3 alone', async () => {
    const form = {
      ...flows.credentials,
      ...grant,
      code_verifier: 'v'.repeat(64),
      code: await flows.takeCode(feishu()),
    };
    expect((await flows.askToken(feishu(), form)).json.code).toBe(20049);
    const reply = await ask(feishu(), '/open-apis/authen/v2/oauth/token', { method: 'POST', form });
    expect(reply.json.code).toBe(0);
  });

  it('lets a code live for five minutes and be used once', async () => {
    const used = await flows.takeCode(feishu());
    await flows.askToken(feishu(), { ...grant, code: used });
    const old = await flows.takeCode(feishu());
    feishu().clock.advance(5 * 60 * 1000);
    const codes = [used, old, 'never'].map(
      async (code) => (await flows.askToken(feishu(), { ...grant, code })).json.code,
    );
    expect(await Promise.all(codes)).toEqual([20065, 20004, 20003]);
  });

  it('keeps the brands apart', async () => {
    const code = await flows.takeCode(feishu());
    const atLark = { host: 'accounts.larksuite.com' };
    expect((await flows.askToken(feishu(), { ...grant, code }, atLark)).json.code).toBe(20048);
    const lark = await open(
      feishu(),
      flows.authorizeUrl({ client_id: larkApp.id }, 'accounts.larksuite.com'),
    );
    const left = await press(feishu(), lark, 'Authorize');
    const larkCode = new URL(left.leftTo).searchParams.get('code') ?? '';
    const reply = await flows.askToken(
      feishu(),
      { ...flows.larkCredentials, ...grant, code: larkCode },
      atLark,
    );
    expect(reply.json.code).toBe(0);
  });

  it('has tokens of a custom app for its own tenant alone, of a store app for every one', async () => {
    const code = async (): Promise<unknown> => {
      const form = { ...grant, code: await flows.takeCode(feishu()) };
      return (await flows.askToken(feishu(), form)).json.code;
    };
    feishu().store.signIn.loggedIn.feishu = feishu().store.user('ou_guest');
    expect(await code()).toBe(20010);
    feishu().store.changeApp(app.id, { kind: 'store' });
    expect(await code()).toBe(0);
  });
});

describe('refreshing', () => {
  it('rotates: the old refresh token is dead at once, the old access token lives on', async () => {
    const first = await flows.signIn(feishu());
    const reply = await flows.renew(feishu(), first.renewal);
    expect(reply.json).toMatchObject({ code: 0, expires_in: 7200, scope: flows.allScopes });
    const second = flows.tokensOf(reply);
    expect((await flows.renew(feishu(), first.renewal)).json).toMatchObject({
      code: 20073,
      error: 'invalid_grant',
    });
    expect([(await read(first.access)).status, (await read(second.access)).status]).toEqual([200, 200]);
    expect((await flows.renew(feishu(), second.renewal)).json.code).toBe(0);
  });

  it('ends seven days after the last refresh and a year after the consent', async () => {
    let { renewal } = await flows.signIn(feishu());
    for (let week = 1; week <= 60; week += 1) {
      feishu().clock.advance(6 * day);
      renewal = flows.tokensOf(await flows.renew(feishu(), renewal)).renewal;
    }
    feishu().clock.advance(5 * day);
    expect((await flows.renew(feishu(), renewal)).json.code).toBe(20037);
    const idle = await flows.signIn(feishu());
    feishu().clock.advance(7 * day);
    expect((await flows.renew(feishu(), idle.renewal)).json.code).toBe(20037);
  });

  it('is over when the token is revoked', async () => {
    const { access, renewal } = await flows.signIn(feishu());
    const revoke = (form: flows.Form): Promise<Answer> =>
      flows.post(feishu(), '/oauth/v1/revoke', { ...flows.credentials, ...form });
    const other = await flows.signIn(feishu());
    expect((await revoke({ token: other.access, token_type_hint: 'access_token' })).status).toBe(200);
    expect((await read(other.access)).json.code).toBe(99991668);
    expect((await revoke({ token: renewal, token_type_hint: 'refresh_token' })).status).toBe(200);
    expect((await flows.renew(feishu(), renewal)).json.code).toBe(20064);
    expect((await read(access)).json.code).toBe(99991668);
    expect((await flows.renew(feishu(), other.renewal)).json.code).toBe(0);
    expect((await revoke({ token: 'never' })).status).toBe(200);
    expect((await revoke({ token: renewal, client_secret: 'guess' })).json.code).toBe(20002);
  });
});
