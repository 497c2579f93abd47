import * as v from 'valibot';
import { AppError, type ErrorCode, type ErrorDetails } from '../errors';
import type { Reply } from './exchange';
import { logIdOf } from './failures';
import { loose } from './loose';

/**
 * The codes of the sign-in endpoints, and what each means to us.
 * Source: Open API, Get user_access_token and Refresh user_access_token,
 * https://open.feishu.cn/document/authentication-management/access-token/get-user-access-token
 */
export const tokenFailureCodes: ReadonlyMap<number, ErrorCode> = new Map([
  [20001, 'sign-in-rejected'], // a parameter is missing
  [20002, 'app-secret-wrong'],
  [20003, 'sign-in-code-invalid'],
  [20004, 'sign-in-expired'],
  [20008, 'user-unknown'],
  [20009, 'app-not-installed'],
  [20010, 'app-not-for-user'],
  [20024, 'sign-in-code-invalid'], // the code of another client
  [20026, 'sign-in-again'], // refresh token: invalid
  [20027, 'app-scope-missing'],
  [20029, 'redirect-not-registered'],
  [20036, 'sign-in-rejected'], // grant type
  [20037, 'sign-in-again'], // refresh token: expired
  [20048, 'app-missing'],
  [20049, 'sign-in-mismatch'], // PKCE
  [20050, 'server-error'],
  [20063, 'sign-in-rejected'], // malformed
  [20064, 'sign-in-again'], // refresh token: revoked
  [20065, 'sign-in-code-invalid'], // used before
  [20066, 'user-inactive'],
  [20067, 'sign-in-rejected'], // the same scope twice
  [20068, 'app-scope-missing'],
  [20069, 'app-disabled'],
  [20070, 'sign-in-rejected'], // authenticated twice
  [20071, 'redirect-not-registered'],
  [20072, 'server-error'],
  [20073, 'sign-in-again'], // refresh token: used before
  [20074, 'app-may-not-refresh'],
]);

/**
 * What OAuth calls the failures that have no code of their own.
 * Sources: RFC 6749, section 5.2; RFC 8628, section 3.5.
 */
const named: Readonly<Record<string, ErrorCode>> = {
  access_denied: 'sign-in-denied',
  expired_token: 'sign-in-expired',
  invalid_grant: 'sign-in-code-invalid',
  invalid_client: 'app-secret-wrong',
  invalid_scope: 'app-scope-missing',
  server_error: 'server-error',
  temporarily_unavailable: 'server-error',
};

/** A refusal as the sign-in endpoints send it: flat. */
export const tokenRefusal = v.object({ code: loose(v.number()), error: loose(v.string()) });

/** The reply of a sign-in endpoint that did not do what it was asked, as an error. `more`: what only the caller knows. */
export function tokenFailureOf({ status, headers }: Reply, body: unknown, more: ErrorDetails = {}): AppError {
  const parsed = v.safeParse(tokenRefusal, body);
  const { code: apiCode, error = '' } = parsed.success ? parsed.output : {};
  const code = codeOf(status, apiCode || undefined, error);
  const scopeHelp = code === 'app-scope-missing' ? more : {};
  return new AppError(code, {
    status,
    apiCode: apiCode || undefined,
    logId: logIdOf(headers.get('x-tt-logid')),
    ...scopeHelp,
  });
}

function codeOf(status: number, apiCode: number | undefined, error: string): ErrorCode {
  const known = apiCode === undefined ? undefined : tokenFailureCodes.get(apiCode);
  if (known) return known;
  if (Object.hasOwn(named, error)) return named[error] ?? 'sign-in-rejected';
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'server-error';
  if (status >= 200 && status < 300) return 'response-unreadable';
  return status === 404 ? 'endpoint-missing' : 'sign-in-rejected';
}
