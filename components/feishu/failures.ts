import * as v from 'valibot';
import type { Home } from '../boards/board';
import { AppError, type ErrorCode } from '../errors';
import { scopeShape } from '../shapes';
import { serviceHosts } from './hosts';
import { refusal } from './schemas';

/** The Open API's codes that are known, and what each means to us. */
export const failureCodes: ReadonlyMap<number, ErrorCode> = new Map([
  // Download whiteboard as image: https://open.feishu.cn/document/docs/board-v1/whiteboard/download_as_image
  [2890001, 'board-id-invalid'],
  [2890002, 'board-request-invalid'],
  [2890003, 'board-missing'],
  [2890004, 'board-auth-failed'],
  [2890005, 'board-forbidden'],
  [2890006, 'rate-limited'],
  [2891001, 'server-error'],
  // Documents: https://open.feishu.cn/document/server-docs/docs/docs/docx-v1/document/list
  [1770001, 'document-id-invalid'],
  [1770002, 'document-missing'],
  [1770003, 'document-deleted'],
  [1770022, 'list-cut-short'],
  [1770032, 'document-forbidden'],
  [1771001, 'server-error'],
  [1771005, 'server-error'],
  // Wiki: https://open.feishu.cn/document/server-docs/docs/wiki-v2/space-node/get_node
  [131001, 'server-error'],
  [131002, 'wiki-node-invalid'],
  [131004, 'wiki-node-forbidden'],
  [131005, 'wiki-node-missing'],
  [131006, 'wiki-node-forbidden'],
  // Who am I: https://open.feishu.cn/document/server-docs/authentication-management/login-state-management/get
  [20005, 'token-invalid'],
  // The gateway: https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code
  [99991400, 'rate-limited'],
  [99991401, 'address-not-allowed'],
  [99991403, 'quota-used-up'],
  [99991543, 'app-credentials-wrong'],
  [99991661, 'token-missing'],
  [99991662, 'app-disabled'],
  [99991663, 'token-invalid'],
  [99991664, 'token-invalid'],
  [99991668, 'token-invalid'],
  [99991671, 'token-invalid'],
  [99991672, 'app-scope-missing'],
  [99991673, 'app-not-installed'],
  [99991676, 'user-scope-missing'],
  [99991677, 'token-expired'],
  [99991679, 'user-scope-missing'],
]);

/** What the server refused with. */
export interface Refusal extends Home {
  status: number;
  headers: Headers;
  /** The body where it was JSON. */
  body?: unknown;
  /** Milliseconds since the epoch, for a `Retry-After` that is a date. */
  now: number;
}

/** The reply of a server that did not do what it was asked, as an error. */
export function failureOf({ brand, hosts, status, headers, body, now }: Refusal): AppError {
  const parsed = v.safeParse(refusal, body);
  const reply = parsed.success ? parsed.output : undefined;
  const code = codeOf(status, reply?.code);
  const scopes = (reply?.error?.permission_violations ?? []).flatMap(({ subject }) => scopeOf(subject));
  return new AppError(code, {
    status,
    apiCode: reply?.code,
    logId: logIdOf(headers.get('x-tt-logid') ?? reply?.error?.log_id),
    scopes: scopes.length > 0 ? [...new Set(scopes)].slice(0, 20) : undefined,
    helpUrl: helpUrlOf({ brand, hosts }, reply?.error?.helps?.map(({ url }) => url) ?? []),
    retryAfterMs: retryAfterOf(code, headers, now),
  });
}

function codeOf(status: number, apiCode: number | undefined): ErrorCode {
  const known = apiCode === undefined ? undefined : failureCodes.get(apiCode);
  if (known) return known;
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'server-error';
  // A wrong path or method is answered by the gateway in plain text.
  if (status === 404 && apiCode === undefined) return 'endpoint-missing';
  return 'api-error-unknown';
}

/** Scopes and log ids come from outside and are shown: nothing but their own alphabet passes. */
function scopeOf(subject: string | undefined): string[] {
  return subject !== undefined && scopeShape.test(subject) ? [subject] : [];
}

/** The id by which the server's own log knows a reply, where it looks like one. */
export function logIdOf(logId: string | null | undefined): string | undefined {
  return typeof logId === 'string' && /^[\w-]{1,100}$/.test(logId) ? logId : undefined;
}

/** The first address that leads to the home's own developer console. Others could lead anywhere. */
function helpUrlOf(home: Home, urls: readonly (string | undefined)[]): string | undefined {
  for (const text of urls) {
    if (text === undefined || !URL.canParse(text)) continue;
    const url = new URL(text);
    if (url.origin === `https://${serviceHosts(home).open}` && !url.username && !url.password)
      return url.href;
  }
  return undefined;
}

/**
 * How long the server asks us to wait, in milliseconds.
 * Source: Open API, Frequency control, https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control
 */
function retryAfterOf(code: ErrorCode, headers: Headers, now: number): number | undefined {
  if (code !== 'rate-limited' && code !== 'server-error') return undefined;
  // The gateway's own header counts down on any reply; it asks for a wait only where the limit was hit.
  const reset = code === 'rate-limited' ? headers.get('x-ogw-ratelimit-reset') : null;
  const wait = secondsIn(reset) ?? secondsIn(headers.get('retry-after')) ?? untilDate(headers, now);
  return wait !== undefined && wait > 0 ? wait : undefined;
}

function secondsIn(header: string | null): number | undefined {
  return header !== null && /^\s*\d{1,9}(\.\d+)?\s*$/.test(header)
    ? Math.ceil(Number(header) * 1000)
    : undefined;
}

function untilDate(headers: Headers, now: number): number | undefined {
  const until = Date.parse(headers.get('retry-after') ?? '');
  return Number.isNaN(until) ? undefined : until - now;
}
