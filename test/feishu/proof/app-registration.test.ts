import { gzipSync } from 'node:zlib';
import { registerApp } from '@larksuiteoapi/node-sdk';
import { describe, expect, it } from 'vitest';
import { defaultTemplate } from '../sign-in/scope-catalogue';
import type { Answer } from './ask';
import { open } from './person';
import { sdkFor } from './sdk';
import * as flows from './sign-in-flows';
import { useFeishu } from './started';

const feishu = useFeishu();
const board = 'board:whiteboard:node:read';

function packed(addons: unknown): string {
  return gzipSync(JSON.stringify(addons)).toString('base64url');
}

/** Scopes of the app that comes of these addons. */
async function scopesFor(addons: string): Promise<string[] | undefined> {
  const { deviceCode, page } = await flows.beginRegistration(feishu());
  await flows.answerPage(feishu(), `${page}&addons=${addons}`, 'Create');
  const { json } = await flows.pollRegistration(feishu(), deviceCode);
  return feishu().store.app(String(json.client_id))?.scopes;
}

describe('one-click registration', () => {
  it('is what the official SDK registers an app by', async () => {
    sdkFor(feishu());
    feishu().store.signIn.intervalSeconds = 0;
    const registered = await registerApp({
      addons: { preset: false, scopes: { user: [board, 'offline_access'] } },
      appPreset: { name: 'My boards', desc: 'Saves boards' },
      onQRCodeReady: ({ url, expireIn }) => {
        expect(expireIn).toBe(3600);
        void flows.answerPage(feishu(), url, 'Create');
      },
    });
    expect(registered.user_info).toEqual({ open_id: 'ou_chen', tenant_brand: 'feishu' });
    const app = feishu().store.app(registered.client_id);
    expect(app).toMatchObject({ name: 'My boards', scopes: [board, 'offline_access'], redirectUrls: [] });
    expect(app?.secret).toBe(registered.client_secret);
  });

  it('takes the SDK to Lark when the tenant turns out to be there', async () => {
    sdkFor(feishu());
    const { signIn } = feishu().store;
    signIn.intervalSeconds = 0;
    signIn.loggedIn.feishu = feishu().store.user('ou_kim');
    const seen: string[] = [];
    const registered = await registerApp({
      onQRCodeReady: ({ url }) => void flows.answerPage(feishu(), url, 'Create'),
      onStatusChange: ({ status }) => seen.push(status),
    });
    expect(seen).toContain('domain_switched');
    expect(registered.user_info?.tenant_brand).toBe('lark');
    expect(feishu().store.app(registered.client_id)?.tenant.brand).toBe('lark');
  });

  it('keeps the secret from the host of the other brand', async () => {
    feishu().store.signIn.loggedIn.feishu = feishu().store.user('ou_kim');
    const { deviceCode, page } = await flows.beginRegistration(feishu());
    await flows.answerPage(feishu(), page, 'Create');
    const here = await flows.pollRegistration(feishu(), deviceCode);
    expect(here.json).toMatchObject({ client_secret: '', user_info: { tenant_brand: 'lark' } });
    const there = await flows.pollRegistration(feishu(), deviceCode, 'accounts.larksuite.com');
    expect(there.json.client_secret).toMatch(/^\w{32}$/);
  });

  it('says pending with 20094 and slows fast ones down', async () => {
    const { deviceCode, reply } = await flows.beginRegistration(feishu());
    expect(reply.json).toMatchObject({
      user_code: expect.stringMatching(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/) as string,
      expires_in: 3600,
      interval: 5,
    });
    const pending = await flows.pollRegistration(feishu(), deviceCode);
    expect([pending.status, pending.json]).toEqual([
      400,
      { error: 'authorization_pending', error_description: '', code: 20094 },
    ]);
    expect((await flows.pollRegistration(feishu(), deviceCode)).json.error).toBe('slow_down');
  });

  it('ends when the user cancels, when time is up, and for codes that never were', async () => {
    const errorOf = async (code: string): Promise<unknown> =>
      (await flows.pollRegistration(feishu(), code)).json.error;
    const denied = await flows.beginRegistration(feishu());
    await flows.answerPage(feishu(), denied.page, 'Cancel');
    expect(await errorOf(denied.deviceCode)).toBe('access_denied');
    const late = await flows.beginRegistration(feishu());
    feishu().clock.advance(3600 * 1000);
    expect(await errorOf(late.deviceCode)).toBe('expired_token');
    expect(await errorOf('never')).toBe('invalid_grant');
    expect((await open(feishu(), late.page)).heading).toBe('Link expired');
  });

  it('hands its app out once, and not when time is up', async () => {
    const { deviceCode, page } = await flows.beginRegistration(feishu());
    await flows.answerPage(feishu(), page, 'Create');
    const poll = async (): Promise<Answer['json']> =>
      (await flows.pollRegistration(feishu(), deviceCode)).json;
    expect((await poll()).client_secret).toMatch(/^\w{32}$/);
    expect((await poll()).error).toBe('invalid_grant');
    const unasked = await flows.beginRegistration(feishu());
    await flows.answerPage(feishu(), unasked.page, 'Create');
    const denied = await flows.beginRegistration(feishu());
    await flows.answerPage(feishu(), denied.page, 'Cancel');
    feishu().clock.advance(3600 * 1000);
    for (const { deviceCode: late } of [unasked, denied]) {
      expect((await flows.pollRegistration(feishu(), late)).json.error).toBe('expired_token');
    }
  });

  it('drops addons whose shape it does not know, and scopes that it has never heard of', async () => {
    const scopes = { user: [board, 'made:up'] };
    expect(await scopesFor(packed({ preset: false, scopes }))).toEqual([board]);
    expect(await scopesFor(packed({ scopes }))).toEqual([...defaultTemplate, board]);
    expect(await scopesFor(packed({ preset: false, scopes, redirect_urls: [] }))).toEqual(defaultTemplate);
    expect(await scopesFor('bm9uc2Vuc2U')).toEqual(defaultTemplate);
  });

  it('has a launcher at Lark that calls every link expired, and a page that works', async () => {
    const { deviceCode, page } = await flows.beginRegistration(feishu(), 'accounts.larksuite.com');
    expect(page).toMatch(/^https:\/\/open\.larksuite\.com\/page\/launcher\?user_code=/);
    expect((await open(feishu(), page)).heading).toBe('Link expired');
    await flows.answerPage(feishu(), page.replace('/page/launcher', '/page/cli'), 'Create');
    const { json } = await flows.pollRegistration(feishu(), deviceCode, 'accounts.larksuite.com');
    expect(json.user_info).toEqual({ open_id: 'ou_kim', tenant_brand: 'lark' });
  });

  it('can have such a launcher at Feishu too', async () => {
    feishu().store.signIn.launcherBroken.feishu = true;
    const { deviceCode, page } = await flows.beginRegistration(feishu());
    expect((await open(feishu(), page)).heading).toBe('Link expired');
    await flows.answerPage(feishu(), page.replace('/page/launcher', '/page/cli'), 'Create');
    expect((await flows.pollRegistration(feishu(), deviceCode)).json.client_secret).toMatch(/^\w{32}$/);
    feishu().reset();
    const again = await flows.beginRegistration(feishu());
    expect((await open(feishu(), again.page)).heading).toBe('Create your app');
  });

  it('does not get past an administrator who allows no apps', async () => {
    feishu().store.changeTenant('acme', { forbidsNewApps: true });
    const before = feishu().store.apps().length;
    const { deviceCode, page } = await flows.beginRegistration(feishu());
    const shown = await open(feishu(), page);
    expect(shown.heading).toBe('You cannot create apps');
    await open(feishu(), page, { decision: 'create' });
    expect(feishu().store.apps()).toHaveLength(before);
    expect((await flows.pollRegistration(feishu(), deviceCode)).json.code).toBe(20094);
    await flows.answerPage(feishu(), page, 'Cancel');
    expect((await flows.pollRegistration(feishu(), deviceCode)).json.error).toBe('access_denied');
  });

  it('refuses what it does not know', async () => {
    const path = '/oauth/v1/app/registration';
    const replies = [{ action: 'end' }, { action: 'begin', archetype: 'Robot' }].map(
      async (form: flows.Form) => (await flows.post(feishu(), path, form)).json.error,
    );
    expect(await Promise.all(replies)).toEqual(['invalid_request', 'invalid_request']);
  });
});
