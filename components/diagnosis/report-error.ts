import { isErrorCode } from '../error-remedies';
import type { ErrorData } from '../errors';
import { logIdWord, scopeWord } from './redact';

/** A failure by its codes: `app-scope-missing, HTTP 400, code 99991672, log id …, scopes …`. */
export function reportError({ code, details = {} }: ErrorData): string {
  const { apiCode, logId, retryAfterMs, scopes, status } = details;
  const parts = [
    isErrorCode(code) ? code : 'unexpected',
    status !== undefined && `HTTP ${status}`,
    apiCode !== undefined && `code ${apiCode}`,
    logId && `log id ${logIdWord(logId)}`,
    scopes && scopes.length > 0 && `scopes ${scopes.map(scopeWord).join(' ')}`,
    retryAfterMs !== undefined && `retry after ${retryAfterMs} ms`,
  ];
  return parts.filter(Boolean).join(', ');
}
