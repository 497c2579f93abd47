import { describe, expect, it } from 'vitest';
import { failureCodes, failureOf } from '../../../components/feishu/failures';
import type { ErrorCode } from '../../../components/errors';

const now = Date.parse('2026-11-22T12:00:00Z');

function failure(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
  brand: 'feishu' | 'lark' = 'feishu',
) {
  return failureOf({ brand, status, body, headers: new Headers(headers), now });
}

/** Status, the API's code, its message, and what we call it. */
const refusals: [number, number, string, ErrorCode][] = [
  [400, 2890001, 'invalid format', 'board-id-invalid'],
  [400, 2890002, 'invalid arg', 'board-request-invalid'],
  [400, 2890003, 'record missing', 'board-missing'],
  [401, 2890004, 'auth failed', 'board-auth-failed'],
  [403, 2890005, 'forbidden', 'board-forbidden'],
  [429, 2890006, 'too many request', 'rate-limited'],
  [500, 2891001, 'server internal error', 'server-error'],
  [400, 1770001, 'invalid param', 'document-id-invalid'],
  [404, 1770002, 'not found', 'document-missing'],
  [400, 1770003, 'resource deleted', 'document-deleted'],
  [400, 1770022, 'invalid page token', 'list-cut-short'],
  [403, 1770032, 'forbidden', 'document-forbidden'],
  [500, 1771001, 'server internal error', 'server-error'],
  [503, 1771005, 'service unavailable', 'server-error'],
  [400, 131001, 'rpc fail', 'server-error'],
  [400, 131002, 'param err', 'wiki-node-invalid'],
  [400, 131004, 'invalid user', 'wiki-node-forbidden'],
  [400, 131005, 'not found', 'wiki-node-missing'],
  [400, 131006, 'permission denied', 'wiki-node-forbidden'],
  [200, 20005, 'invalid access token', 'token-invalid'],
  [400, 99991400, 'request trigger frequency limit', 'rate-limited'],
  [403, 99991401, 'ip denied', 'address-not-allowed'],
  [403, 99991403, 'quota of this month exceeded', 'quota-used-up'],
  [400, 99991543, 'app id or secret wrong', 'app-credentials-wrong'],
  [400, 99991661, 'Missing access token for authorization', 'token-missing'],
  [400, 99991662, 'app disabled', 'app-disabled'],
  [400, 99991663, 'Invalid access token', 'token-invalid'],
  [400, 99991664, 'Invalid app access token', 'token-invalid'],
  [400, 99991668, 'Invalid access token', 'token-invalid'],
  [400, 99991671, 'token must start with t- or u-', 'token-invalid'],
  [400, 99991672, 'Access denied', 'app-scope-missing'],
  [400, 99991673, 'app not installed', 'app-not-installed'],
  [400, 99991676, 'token has no permission', 'user-scope-missing'],
  [401, 99991677, 'token expired', 'token-expired'],
  [400, 99991679, 'Unauthorized', 'user-scope-missing'],
];

describe('failureOf', () => {
  it.each(refusals)('HTTP %d with code %d (%s) is %s', (status, code, msg, expected) => {
    const error = failure(status, { code, msg });
    expect(error.code).toBe(expected);
    expect(error.details).toMatchObject({ status, apiCode: code });
  });

  it('has a row here for each code that it knows', () => {
    expect(new Set(refusals.map(([, code]) => code))).toEqual(new Set(failureCodes.keys()));
  });

  it.each<[number, unknown, ErrorCode]>([
    [404, undefined, 'endpoint-missing'],
    [404, { code: 4711 }, 'api-error-unknown'],
    [429, undefined, 'rate-limited'],
    [502, undefined, 'server-error'],
    [500, { code: 4711 }, 'server-error'],
    [403, undefined, 'api-error-unknown'],
    [400, { code: 'no number' }, 'api-error-unknown'],
    [200, { code: 4711, msg: 'new' }, 'api-error-unknown'],
  ])('goes by the status where the code is not known: %d %o is %s', (status, body, expected) => {
    expect(failure(status, body).code).toBe(expected);
  });

  it('names the missing scopes, where to grant them and the log id', () => {
    const error = failure(400, {
      code: 99991672,
      msg: 'Access denied',
      error: {
        log_id: '20261122-AB',
        permission_violations: [
          { type: 'action_scope_required', subject: 'docx:document:readonly' },
          { type: 'action_scope_required', subject: 'docx:document' },
          { type: 'action_scope_required', subject: 'docx:document' },
          { type: 'action_scope_required', subject: '<img src=x>' },
        ],
        helps: [{ url: 'https://open.feishu.cn/app/cli_a/auth?q=docx:document', description: 'Apply' }],
      },
    });
    expect(error.details).toEqual({
      status: 400,
      apiCode: 99991672,
      logId: '20261122-AB',
      scopes: ['docx:document:readonly', 'docx:document'],
      helpUrl: 'https://open.feishu.cn/app/cli_a/auth?q=docx:document',
    });
  });

  it.each([
    'http://open.feishu.cn/app',
    'https://open.feishu.cn.evil.example/app',
    'https://open.larksuite.com/app',
    'https://open.feishu.cn:8443/app',
    'https://me@open.feishu.cn/app',
    'javascript:alert(1)',
    'no url',
  ])('does not hand on the help address %s', (url) => {
    expect(failure(400, { code: 99991672, error: { helps: [{ url }] } }).details.helpUrl).toBeUndefined();
  });

  it('takes the first help address that is the brand’s own', () => {
    const helps = [{ url: 'https://open.feishu.cn/a' }, {}, { url: 'https://open.larksuite.com/b' }];
    const error = failure(400, { code: 99991679, error: { helps } }, {}, 'lark');
    expect(error.details.helpUrl).toBe('https://open.larksuite.com/b');
  });

  it('prefers the log id of the header, and drops one that is none', () => {
    const body = { code: 2890003, error: { log_id: 'of-body' } };
    expect(failure(400, body, { 'X-Tt-Logid': 'of-header' }).details.logId).toBe('of-header');
    expect(failure(400, body).details.logId).toBe('of-body');
    expect(failure(400, body, { 'X-Tt-Logid': 'two words' }).details.logId).toBeUndefined();
  });

  it('survives an error object of a strange shape', () => {
    const error = failure(400, {
      code: 99991672,
      error: { permission_violations: 'all', helps: [1], log_id: 7 },
    });
    expect(error.code).toBe('app-scope-missing');
    expect(error.details).toEqual({ status: 400, apiCode: 99991672 });
  });

  it.each<[Record<string, string>, number | undefined]>([
    [{ 'x-ogw-ratelimit-reset': '3' }, 3000],
    [{ 'x-ogw-ratelimit-reset': '0.25' }, 250],
    [{ 'x-ogw-ratelimit-reset': '7', 'retry-after': '3' }, 7000],
    [{ 'retry-after': '12' }, 12_000],
    [{ 'retry-after': 'Sun, 22 Nov 2026 12:00:30 GMT' }, 30_000],
    [{ 'retry-after': 'Sun, 22 Nov 2026 11:00:00 GMT' }, undefined],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'x-ogw-ratelimit-reset': '0' }, undefined],
    [{}, undefined],
  ])('reads from %o that the wait is %s ms', (headers, expected) => {
    expect(failure(429, { code: 99991400 }, headers).details.retryAfterMs).toBe(expected);
  });

  it('takes the gateway’s countdown for a wait only where the limit was hit', () => {
    const headers = { 'x-ogw-ratelimit-reset': '43' };
    expect(failure(503, undefined, headers).details.retryAfterMs).toBeUndefined();
    expect(failure(400, { code: 2890003 }, headers).details.retryAfterMs).toBeUndefined();
    expect(failure(503, undefined, { 'retry-after': '2' }).details.retryAfterMs).toBe(2000);
  });
});
