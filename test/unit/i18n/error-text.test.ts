import { beforeEach, describe, expect, it } from 'vitest';
import { errorRemedies } from '../../../components/error-remedies';
import { asksForSignIn, isErrorCodeLike, type ErrorCode } from '../../../components/errors';
import { errorText } from '../../../components/i18n/error-text';
import { setLocale } from './fake-i18n';

beforeEach(() => setLocale('en'));

describe('errorText', () => {
  it('has words for every code, with or without details', () => {
    for (const code of Object.keys(errorRemedies) as ErrorCode[]) {
      const { sentence, help } = errorText({ code });
      expect(`${sentence} ${help}`).not.toMatch(/error_|\$|undefined/);
    }
  });

  it('names the missing scopes', () => {
    const text = errorText({
      code: 'app-scope-missing',
      details: { scopes: ['wiki:node:read', 'docx:document:readonly'] },
    });
    expect(text.sentence).toBe('The app lacks a permission: wiki:node:read, docx:document:readonly.');
  });

  it('says how long the server asks to wait', () => {
    expect(errorText({ code: 'rate-limited', details: { retryAfterMs: 30_000 } }).help).toBe(
      'Wait 30 seconds, then retry.',
    );
  });

  it('writes an unknown code so that it can be looked up', () => {
    expect(
      errorText({ code: 'api-error-unknown', details: { status: 400, apiCode: 1234567 } }).sentence,
    ).toBe('The server answered with the error 1234567.');
  });

  it('hands on the log id, and an address to help only if it is https', () => {
    const details = { logId: 'abc', helpUrl: 'https://open.feishu.cn/app' };
    expect(errorText({ code: 'app-scope-missing', details })).toMatchObject(details);
    const bad = { helpUrl: 'javascript:alert(1)' };
    expect(errorText({ code: 'app-scope-missing', details: bad })).not.toHaveProperty('helpUrl');
  });

  it('has words for a code of another version', () => {
    expect(errorText({ code: 'gone-since-then' as ErrorCode })).toEqual(errorText({ code: 'unexpected' }));
  });

  it('knows which codes ask for a sign-in', () => {
    for (const [code, remedy] of Object.entries(errorRemedies)) {
      if (!isErrorCodeLike(code)) throw new Error(code);
      expect(asksForSignIn(code), code).toBe(remedy === 'sign-in');
    }
  });
});
