import { AppError } from '../errors';

/** A token, and on whose behalf it asks: a user's, or the app's own (which sees only what it was added to). */
export interface ParsedToken {
  token: string;
  kind: 'user' | 'tenant';
}

/** More than any token is long, in characters. */
const longestToken = 16_384;

/** What comes along when a token is copied: zero-width and direction characters, byte-order marks. */
const invisible = /[\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g;

/** Quotation marks around it, and what stands before it in a request. */
const wrapping = /^["'`“”‘’]+|["'`“”‘’,;]+$|^authorization\s*:|^bearer\s+/gi;

/**
 * What tokens look like: `eyJ…` (a JSON web token) and `u-…` are users', `t-…` are apps'.
 * Source: Open API, Access token, https://open.feishu.cn/document/server-docs/api-call-guide/calling-process/get-access-token
 */
const shapes: readonly [RegExp, ParsedToken['kind']][] = [
  [/^eyJ[\w.+/=~-]{16,}$/, 'user'],
  [/^u-[\w.+/=~-]+$/, 'user'],
  [/^t-[\w.+/=~-]+$/, 'tenant'],
];

/**
 * The token in what a user has pasted. Errors: `token-malformed`, also for what is none: an app id, an app
 * secret, half a token. The token is never part of the error.
 */
export function parseToken(pasted: string): ParsedToken {
  if (pasted.length > longestToken) throw new AppError('token-malformed');
  let token = pasted.replace(invisible, '').trim();
  for (let before = ''; before !== token;) {
    before = token;
    token = token.replace(wrapping, '').trim();
  }
  const shape = shapes.find(([pattern]) => pattern.test(token));
  if (!shape) throw new AppError('token-malformed');
  return { token, kind: shape[1] };
}
