import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseToken } from '../../../components/account/parse-token';
import { AppError } from '../../../components/errors';

const jwt = 'eyJhbGciOiJFUzI1NiJ9.eyJqdGkiOiI3MDM0NTAyNjQxNDU1NDk3MjQ0In0.c2lnbmF0dXJl-_x';

function codeFor(pasted: string): string {
  try {
    parseToken(pasted);
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown.code;
    throw thrown;
  }
  return 'none';
}

describe('parseToken', () => {
  it.each([
    ['a JSON web token', jwt, 'user'],
    ['an older user token', 'u-cAbC2DdEfGhIjKlMn.OpQr', 'user'],
    ['an app’s token', 't-g1044ghJRUIJJ5ELPKA2CRBN', 'tenant'],
  ])('knows %s', (_, token, kind) => {
    expect(parseToken(token)).toEqual({ token, kind });
  });

  it.each([
    `  ${jwt}\n`,
    `Bearer ${jwt}`,
    `bearer   ${jwt}`,
    `Authorization: Bearer ${jwt}`,
    `"${jwt}"`,
    `'Bearer ${jwt}',`,
    `“${jwt}”`,
    `\`${jwt}\``,
    `\uFEFF${jwt}\u200B`,
    jwt.replace('.', '.\u200B'),
  ])('finds the token in %j', (pasted) => {
    expect(parseToken(pasted).token).toBe(jwt);
  });

  it.each([
    ['nothing', ''],
    ['only a prefix', 'Bearer '],
    ['an app id', 'cli_a1b2c3d4e5f6g7h8'],
    ['an app secret', 'dskLLdkasdjlasdKKabcdefghijklmno'],
    ['an app access token', 'a-g1044ghJRUIJJ5ELPKA2CRBN'],
    ['only the beginning', 'u-'],
    ['white space inside', 'u-abcdef ghijkl'],
    ['a line break inside', 'u-abcdef\nghijkl'],
    ['letters of another alphabet', 'u-abcdefgh小'],
    ['more than 16 KB', `u-${'a'.repeat(16_384)}`],
    ['a header smuggled in', 'u-abcdefgh\r\nX-Evil: 1'],
  ])('refuses %s', (_, pasted) => {
    expect(codeFor(pasted)).toBe('token-malformed');
  });

  it('keeps what was pasted out of the error', () => {
    expect(() => parseToken('not a token at all')).toThrow(/^token-malformed$/);
  });

  const anyCharacter = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

  it('takes or refuses any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (pasted) => {
        expect(['none', 'token-malformed']).toContain(codeFor(pasted));
      }),
    );
  });

  it('only lets through what is safe in a header', () => {
    const start = fc.constantFrom('u-', 't-', `${jwt}.`, 'Bearer u-', '"t-');
    // Mostly what tokens are made of: of text of all characters, next to nothing is let through.
    const unit = fc.oneof(
      { weight: 30, arbitrary: fc.stringMatching(/^[\w.~+/=-]$/) },
      { weight: 1, arbitrary: anyCharacter },
    );
    fc.assert(
      fc.property(start, fc.string({ unit, minLength: 1 }), (before, rest) => {
        const pasted = before + rest;
        fc.pre(codeFor(pasted) === 'none');
        expect(parseToken(pasted).token).toMatch(/^[\x21-\x7E]+$/);
      }),
    );
  });
});
