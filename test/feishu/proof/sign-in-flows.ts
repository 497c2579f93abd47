import type { Feishu } from '../server';
import { ask, type Answer } from './ask';
import { open, press, type Shown } from './person';
import { app, larkApp, redirectUrl } from './world';

/** The flows of signing in as the proofs use them: requests of an app, and what a person does in between. */

export type Form = Record<string, string>;

export const allScopes = 'board:whiteboard:node:read docx:document:readonly offline_access';
export const credentials = { client_id: app.id, client_secret: app.secret };
export const larkCredentials = { client_id: larkApp.id, client_secret: larkApp.secret };
const deviceGrantType = 'urn:ietf:params:oauth:grant-type:device_code';

export function post(feishu: Feishu, path: string, form: Form, question: object = {}): Promise<Answer> {
  return ask(feishu, path, { host: 'accounts.feishu.cn', method: 'POST', form, ...question });
}

export function askToken(feishu: Feishu, form: Form, question: object = {}): Promise<Answer> {
  return post(feishu, '/oauth/v3/token', { ...credentials, ...form }, question);
}

export function authorizeUrl(more: Form = {}, host = 'accounts.feishu.cn'): string {
  const query = new URLSearchParams({
    client_id: app.id,
    response_type: 'code',
    redirect_uri: redirectUrl,
    scope: allScopes,
    state: 'state-1',
    prompt: 'consent',
    ...more,
  });
  return `https://${host}/open-apis/authen/v1/authorize?${query.toString()}`;
}

/** A code as the app gets it after the user has agreed. */
export async function takeCode(feishu: Feishu, more: Form = {}): Promise<string> {
  const page = await open(feishu, authorizeUrl(more));
  const left = await press(feishu, page, 'Authorize');
  return new URL(left.leftTo).searchParams.get('code') ?? '';
}

export interface Tokens {
  access: string;
  renewal: string;
}

export function tokensOf({ json }: Answer): Tokens {
  return { access: String(json.access_token), renewal: String(json.refresh_token) };
}

/** Signs in by code. */
export async function signIn(feishu: Feishu, more: Form = {}): Promise<Tokens> {
  const code = await takeCode(feishu, more);
  return tokensOf(
    await askToken(feishu, { grant_type: 'authorization_code', code, redirect_uri: redirectUrl }),
  );
}

export function renew(feishu: Feishu, renewal: string, more: Form = {}): Promise<Answer> {
  return askToken(feishu, { grant_type: 'refresh_token', refresh_token: renewal, ...more });
}

export interface Begun {
  deviceCode: string;
  page: string;
  reply: Answer;
}

export async function beginDevice(feishu: Feishu, scope = allScopes): Promise<Begun> {
  const basic = Buffer.from(`${app.id}:${app.secret}`).toString('base64');
  return begun(
    await post(
      feishu,
      '/oauth/v1/device_authorization',
      { client_id: app.id, scope },
      { headers: { authorization: `Basic ${basic}` } },
    ),
  );
}

export function pollDevice(feishu: Feishu, deviceCode: string): Promise<Answer> {
  return askToken(feishu, { grant_type: deviceGrantType, device_code: deviceCode });
}

export async function beginRegistration(feishu: Feishu, host = 'accounts.feishu.cn'): Promise<Begun> {
  const form = {
    action: 'begin',
    archetype: 'PersonalAgent',
    auth_method: 'client_secret',
    request_user_info: 'open_id tenant_brand',
  };
  return begun(await post(feishu, '/oauth/v1/app/registration', form, { host }));
}

export function pollRegistration(feishu: Feishu, deviceCode: string, host?: string): Promise<Answer> {
  const form = { action: 'poll', device_code: deviceCode };
  return post(feishu, '/oauth/v1/app/registration', form, host === undefined ? {} : { host });
}

function begun(reply: Answer): Begun {
  const { device_code: deviceCode, verification_uri_complete: page } = reply.json;
  return { deviceCode: String(deviceCode), page: String(page), reply };
}

/** Opens a page and presses one of its buttons. */
export async function answerPage(feishu: Feishu, page: string, label: string): Promise<Shown> {
  return press(feishu, await open(feishu, page), label);
}
