import * as v from 'valibot';
import type { Home } from '../boards/board';
import type { Clock } from '../clock';
import { AppError, type ErrorDetails } from '../errors';
import { exchange, type Reply } from './exchange';
import { accountsUrl, isServicePage, openUrl, scopeApplyUrl } from './hosts';
import { jsonIn } from './judge';
import {
  devicePage,
  registered,
  registrationPage,
  tokenGrant,
  type DevicePage,
  type Registered,
  type TokenGrant,
} from './sign-in-schemas';
import { tokenFailureOf, tokenRefusal } from './token-failures';

/** An app of the developer console. */
export interface AppCredentials {
  id: string;
  secret: string;
}

/** What asking whether somebody has agreed tells. `slow-down`: ask less often. */
export type Polled<Value> = { state: 'pending' | 'slow-down' } | { state: 'done'; value: Value };

/** What asks for tokens. */
export interface AppAt extends Home {
  app: AppCredentials;
}

/**
 * The endpoints where people and apps sign in. Every call is tried once and rejects with an `AppError`: what the
 * server refused with (`token-failures.ts`), what the way to it did, `response-unreadable`, `cancelled`.
 */
export interface AccountsClient {
  /**
   * Begins to register an app for whoever agrees on the page.
   * Source: the official Node SDK, `registerApp`, https://github.com/larksuite/node-sdk
   */
  beginRegistration(home: Home, signal?: AbortSignal): Promise<DevicePage>;
  pollRegistration(home: Home, deviceCode: string, signal?: AbortSignal): Promise<Polled<Registered>>;
  /** RFC 8628. Source: the official command-line tool, https://github.com/larksuite/cli */
  beginDevice(at: AppAt, scopes: readonly string[], signal?: AbortSignal): Promise<DevicePage>;
  pollDevice(at: AppAt, deviceCode: string, signal?: AbortSignal): Promise<Polled<TokenGrant>>;
  /** https://open.feishu.cn/document/authentication-management/access-token/get-user-access-token */
  exchangeCode(
    at: AppAt,
    answer: { code: string; redirectUri: string; verifier: string; scopes: readonly string[] },
    signal?: AbortSignal,
  ): Promise<TokenGrant>;
  /** Single use: `refreshToken` is dead as soon as the server has answered. */
  refresh(at: AppAt, refreshToken: string, signal?: AbortSignal): Promise<TokenGrant>;
  revoke(
    at: AppAt,
    token: string,
    kind: 'access_token' | 'refresh_token',
    signal?: AbortSignal,
  ): Promise<void>;
}

const tokenPath = '/oauth/v3/token';
/** The same before, at the Open API: marked historic. What a company runs by itself may know no other. */
const historicTokenPath = '/open-apis/authen/v2/oauth/token';
const registrationPath = '/oauth/v1/app/registration';

/** A client for the sign-in hosts of all homes. */
export function createAccountsClient(deps: { fetch: typeof globalThis.fetch; clock: Clock }): AccountsClient {
  async function ask(
    home: Home,
    path: string,
    fields: Readonly<Record<string, string>>,
    { basic, signal }: Asking,
  ): Promise<{ reply: Reply; json: unknown }> {
    const headers: Record<string, string> = { 'content-type': 'application/x-www-form-urlencoded' };
    if (basic) headers['authorization'] = `Basic ${btoa(`${basic.id}:${basic.secret}`)}`;
    const body = new URLSearchParams(fields).toString();
    const reply = await exchange(deps, accountsUrl(home, path), { headers, body }, signal);
    return { reply, json: jsonIn(reply.bytes) };
  }

  /** Nothing is used up by a company's server that does not know the endpoint: the one before is asked then. */
  async function grant(
    at: AppAt,
    fields: Readonly<Record<string, string>>,
    { failure, signal }: Asking,
  ): Promise<TokenGrant> {
    const asked = { ...fields, ...formOf(at.app) };
    const { reply, json } = await ask(at, tokenPath, asked, { signal });
    if (reply.status !== 404 || at.brand !== 'company') return read(tokenGrant, reply, json, failure);
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    const older = await exchange(
      deps,
      openUrl(at, historicTokenPath),
      { headers, body: JSON.stringify(asked) },
      signal,
    );
    return read(tokenGrant, older, jsonIn(older.bytes), failure);
  }

  async function post<T>(
    home: Home,
    path: string,
    fields: Readonly<Record<string, string>>,
    schema: v.GenericSchema<unknown, T>,
    asking: Asking = {},
  ): Promise<T> {
    const { reply, json } = await ask(home, path, fields, asking);
    return read(schema, reply, json, asking.failure);
  }

  async function poll<T>(
    home: Home,
    path: string,
    fields: Readonly<Record<string, string>>,
    schema: v.GenericSchema<unknown, T>,
    asking: Asking,
  ): Promise<Polled<T>> {
    const { reply, json } = await ask(home, path, fields, asking);
    const refusal = v.safeParse(tokenRefusal, json);
    const error = refusal.success ? refusal.output.error : undefined;
    if (error === 'authorization_pending') return { state: 'pending' };
    if (error === 'slow_down') return { state: 'slow-down' };
    return { state: 'done', value: read(schema, reply, json) };
  }

  const getPage = async (home: Home, asked: Promise<DevicePage>): Promise<DevicePage> => {
    const page = await asked;
    if (!isServicePage(home, page.url)) throw new AppError('response-unreadable');
    return page;
  };
  const formOf = ({ id, secret }: AppCredentials) => ({ client_id: id, client_secret: secret });

  return {
    beginRegistration(home, signal) {
      const fields = {
        action: 'begin',
        archetype: 'PersonalAgent',
        auth_method: 'client_secret',
        request_user_info: 'open_id tenant_brand',
      };
      return getPage(home, post(home, registrationPath, fields, registrationPage, { signal }));
    },
    pollRegistration: (home, deviceCode, signal) =>
      poll(home, registrationPath, { action: 'poll', device_code: deviceCode }, registered, { signal }),
    beginDevice(at, scopes, signal) {
      const { app } = at;
      const fields = { client_id: app.id, scope: scopes.join(' ') };
      const asking = { basic: app, failure: missing(at, scopes), signal };
      return getPage(at, post(at, '/oauth/v1/device_authorization', fields, devicePage, asking));
    },
    pollDevice(at, deviceCode, signal) {
      const grant_type = 'urn:ietf:params:oauth:grant-type:device_code';
      const fields = { grant_type, device_code: deviceCode, ...formOf(at.app) };
      return poll(at, tokenPath, fields, tokenGrant, { signal });
    },
    exchangeCode(at, { code, redirectUri, verifier, scopes }, signal) {
      const fields = {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        code_verifier: verifier,
      };
      return grant(at, fields, { failure: missing(at, scopes), signal });
    },
    refresh: (at, refreshToken, signal) =>
      grant(at, { grant_type: 'refresh_token', refresh_token: refreshToken }, { signal }),
    async revoke(at, token, kind, signal) {
      const fields = { ...formOf(at.app), token, token_type_hint: kind };
      await post(at, '/oauth/v1/revoke', fields, v.unknown(), { signal });
    },
  };
}

/** What a request is made with. */
interface Asking {
  basic?: AppCredentials;
  signal?: AbortSignal | undefined;
  /** What is said with a refusal for want of a scope. */
  failure?: ErrorDetails;
}

function missing(at: AppAt, scopes: readonly string[]): ErrorDetails {
  return { scopes, helpUrl: scopeApplyUrl(at, at.app.id, scopes) };
}

function read<T>(
  schema: v.GenericSchema<unknown, T>,
  reply: Reply,
  json: unknown,
  failure?: ErrorDetails,
): T {
  const parsed = v.safeParse(schema, json);
  if (reply.status >= 200 && reply.status < 300 && parsed.success) return parsed.output;
  throw tokenFailureOf(reply, json, failure);
}
