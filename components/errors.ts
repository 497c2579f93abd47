import type { errorRemedies } from './error-remedies';

/**
 * Every way in which this product can fail: the codes of `error-remedies.ts`. Nothing but an `AppError` is ever thrown
 * across a part's border.
 */
export type ErrorCode = keyof typeof errorRemedies;

/**
 * The codes whose remedy is to sign in, said once more (a test holds the two equal): the background, which asks nothing
 * else of the table, does without it.
 */
const signInCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'company-hosts-missing',
  'not-signed-in',
  'token-malformed',
  'token-missing',
  'token-invalid',
  'token-expired',
  'app-credentials-wrong',
  'app-missing',
  'app-secret-wrong',
  'app-credentials-malformed',
  'app-may-not-refresh',
  'user-unknown',
  'sign-in-again',
  'sign-in-denied',
  'sign-in-expired',
  'sign-in-code-invalid',
  'sign-in-mismatch',
  'sign-in-interrupted',
  'sign-in-window-closed',
  'sign-in-rejected',
  'redirect-not-registered',
  'identity-denied',
  'board-auth-failed',
]);

/** Whether nothing but a new sign-in helps. */
export function asksForSignIn(code: ErrorCode): boolean {
  return signInCodes.has(code);
}

/** Whether `value` may be one of our codes, perhaps of another version: a record with one that is gone is no wreck. */
export function isErrorCodeLike(value: unknown): value is ErrorCode {
  return typeof value === 'string' && /^[a-z]+(-[a-z]+)*$/.test(value);
}

/** Plain facts about one failure. Never a token, a secret, a title or a raw message of somebody else's. */
export interface ErrorDetails {
  /** HTTP status, where a reply came. */
  status?: number | undefined;
  /** The Open API's own code, for example 2890003. */
  apiCode?: number | undefined;
  /** The Open API's log id (`X-Tt-Logid`), which its support asks for. */
  logId?: string | undefined;
  /** The scopes that are missing, for example `docx:document:readonly`. */
  scopes?: readonly string[] | undefined;
  /** Where to grant them: an https address on a host of the API's own brand. */
  helpUrl?: string | undefined;
  /** How long the server asks to wait, in milliseconds. */
  retryAfterMs?: number | undefined;
}

/** An `AppError` as plain data, for messages and job records. */
export interface ErrorData {
  code: ErrorCode;
  details?: ErrorDetails | undefined;
}

/** The only error that parts of this product throw. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.details = details;
  }
}

/** Any thrown value as an `AppError`: ours as it is, an abort as `cancelled`, the rest as `fallback`. */
export function toAppError(thrown: unknown, fallback: ErrorCode = 'unexpected'): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof Error && thrown.name === 'AbortError') {
    return new AppError('cancelled', {}, { cause: thrown });
  }
  return new AppError(fallback, {}, { cause: thrown });
}

/** The part of any thrown value that may leave this context. */
export function toErrorData(thrown: unknown): ErrorData {
  const { code, details } = toAppError(thrown);
  return Object.keys(details).length > 0 ? { code, details } : { code };
}

/** An `AppError` made of data that came out of a message or a record. */
export function fromErrorData(data: ErrorData): AppError {
  return new AppError(data.code, data.details);
}
