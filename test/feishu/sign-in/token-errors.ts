import { flat, type Reply } from '../reply';

/**
 * The codes of the token endpoints with the wordings of the public document "Get user_access_token" and its
 * neighbour on refreshing. That document shows `error` for 20050 alone; the other names are those that RFC 6749
 * has for such a case, which is not confirmed. HTTP is 400 but for the two that are the server's own fault.
 */
const codes = {
  20001: ['invalid_request', 'The request is missing a required parameter.'],
  20002: ['invalid_client', 'The client secret is invalid.'],
  20003: ['invalid_grant', 'The authorization code is not found.'],
  20004: ['invalid_grant', 'The authorization code has expired.'],
  20008: ['invalid_grant', 'The user does not exist.'],
  20009: ['unauthorized_client', 'The specified app is not installed.'],
  20010: ['access_denied', 'The user does not have permission to use this app.'],
  20024: ['invalid_grant', 'The authorization code or refresh token does not match the client ID.'],
  20026: ['invalid_grant', 'The refresh token is invalid.'],
  20036: ['unsupported_grant_type', 'The specified grant_type is not supported.'],
  20037: ['invalid_grant', 'The refresh token has expired.'],
  20048: ['invalid_client', 'The specified app does not exist.'],
  20049: ['invalid_grant', 'PKCE code challenge failed.'],
  20050: ['server_error', 'An unexpected server error occurred. Please retry your request.'],
  20063: ['invalid_request', 'The request is malformed. Please check your request.'],
  20064: ['invalid_grant', 'The refresh token has been revoked.'],
  20065: ['invalid_grant', 'The authorization code has been used.'],
  20066: ['invalid_grant', 'The user status is invalid.'],
  20067: ['invalid_scope', 'The provided scope list contains duplicate scopes.'],
  20068: ['invalid_scope', 'The provided scope list contains scopes that are not permitted.'],
  20069: ['unauthorized_client', 'The specified app is not enabled.'],
  20070: ['invalid_request', 'Multiple authentication methods were provided.'],
  20071: ['invalid_grant', 'The provided redirect URI does not match.'],
  20072: ['temporarily_unavailable', 'The server is temporarily unavailable. Please retry later.'],
  20073: ['invalid_grant', 'The refresh token has been used.'],
  20074: ['unauthorized_client', 'The specified app is not allowed to refresh token.'],
} as const;

/** RFC 8628, section 3.5; `code` is known for the registration alone. */
const polling = {
  authorization_pending: '',
  slow_down: '',
  access_denied: 'The user denied the request.',
  expired_token: 'The device code has expired.',
  invalid_grant: 'The device code is invalid or has been used.',
} as const;

export type TokenErrorCode = keyof typeof codes;
export type PollError = keyof typeof polling;
export type Refusal = TokenErrorCode | PollError;

const ownFault: Partial<Record<TokenErrorCode, number>> = { 20050: 500, 20072: 503 };

/** The flat reply to a request for tokens that is refused. */
export function refuse(refusal: Refusal): Reply {
  if (typeof refusal === 'string') {
    return flat(400, { error: refusal, error_description: polling[refusal] });
  }
  const [error, description] = codes[refusal];
  return flat(ownFault[refusal] ?? 400, { code: refusal, error, error_description: description });
}

/** Every code of the token endpoints, in rising order. */
export const tokenErrorCodes: readonly TokenErrorCode[] = Object.keys(codes).map(
  (code) => Number(code) as TokenErrorCode,
);
