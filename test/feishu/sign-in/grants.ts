import { createHash } from 'node:crypto';
import type { App, AuthorizationCode, Session } from '../entities';
import type { Fields } from '../incoming';
import type { SignIn } from './sign-in';
import { pollsTooFast } from './poll-pace';
import { narrowScopes } from './scopes';
import type { Refusal } from './token-errors';
import { checkUser } from './user-check';

export interface GrantCall {
  app: App;
  fields: Fields;
  /** Version 3 turns away a verifier that no challenge waits for; version 2 does not look. */
  version: 2 | 3;
  signIn: SignIn;
  /** Milliseconds since 1970. */
  now: number;
}

export interface Granted {
  session: Session;
  scopes: string[];
}

/** Every grant looks at everything before it uses anything up: what is refused can be tried again. */
export type Grant = (call: GrantCall) => Granted | Refusal;

const yearMs = 365 * 24 * 60 * 60 * 1000;

export const grants: Readonly<Record<string, Grant>> = {
  authorization_code: exchangeCode,
  refresh_token: refresh,
  'urn:ietf:params:oauth:grant-type:device_code': pollDevice,
};

function exchangeCode({ app, fields, version, signIn, now }: GrantCall): Granted | Refusal {
  if (!fields.code) return 20001;
  const code = signIn.codes.get(fields.code);
  if (!code) return 20003;
  if (code.session.app !== app) return 20024;
  if (code.used) return 20065;
  if (code.expiresAt <= now) return 20004;
  // The SDK may leave redirect_uri out, so it is checked only where it is given.
  if (fields.redirect_uri !== undefined && fields.redirect_uri !== code.redirectUri) return 20071;
  if (!passesPkce(code, fields.code_verifier, version)) return 20049;
  const granted = grantFor(code.session, fields);
  if (typeof granted === 'object') code.used = true;
  return granted;
}

function passesPkce({ challenge }: AuthorizationCode, verifier: string | undefined, version: 2 | 3): boolean {
  if (!challenge) return verifier === undefined || version === 2;
  if (verifier === undefined) return false;
  return (
    challenge.value ===
    (challenge.method === 'plain' ? verifier : createHash('sha256').update(verifier).digest('base64url'))
  );
}

function refresh({ app, fields, signIn, now }: GrantCall): Granted | Refusal {
  if (!fields.refresh_token) return 20001;
  if (!app.mayRefresh) return 20074;
  const token = signIn.refreshTokens.get(fields.refresh_token);
  if (!token) return 20026;
  if (token.session.app !== app) return 20024;
  if (token.state === 'revoked') return 20064;
  if (token.state === 'used') return 20073;
  if (token.expiresAt <= now || token.session.consentedAt + yearMs <= now) return 20037;
  const granted = grantFor(token.session, fields);
  if (typeof granted === 'object') token.state = 'used';
  return granted;
}

function pollDevice({ app, fields, signIn, now }: GrantCall): Granted | Refusal {
  if (!fields.device_code) return 20001;
  const device = signIn.devices.get(fields.device_code);
  if (device?.app !== app || device.state === 'used') return 'invalid_grant';
  if (device.expiresAt <= now) return 'expired_token';
  if (pollsTooFast(device.pace, now)) return 'slow_down';
  if (device.state === 'pending') return 'authorization_pending';
  if (device.state === 'denied') return 'access_denied';
  const granted = grantFor(device.state, fields);
  if (typeof granted === 'object') device.state = 'used';
  return granted;
}

function grantFor(session: Session, fields: Fields): Granted | Refusal {
  const refusal = checkUser(session.app, session.user);
  if (refusal !== undefined) return refusal;
  const held = session.scopes.filter((scope) => session.app.scopes.includes(scope));
  const scopes = narrowScopes(fields.scope, held);
  return typeof scopes === 'number' ? scopes : { session, scopes };
}
