import type { Clock } from '../clock';
import { flat, type Reply } from '../reply';
import type { Store } from '../store';
import type { Granted } from './grants';

const accessSeconds = 7200;
const refreshSeconds = 604_800;

/** Makes the tokens of one successful request. Without `offline_access` there is none to refresh with. */
export function issueTokens({ session, scopes }: Granted, store: Store, clock: Clock): Reply {
  const { app, user } = session;
  const access = makeToken('access', 1300, store);
  store.addToken({ token: access, app: app.id, user: user.id, scopes, expiresIn: accessSeconds }, session);
  const renewal = scopes.includes('offline_access') ? makeToken('refresh', 1100, store) : undefined;
  if (renewal !== undefined) {
    store.signIn.refreshTokens.set(renewal, {
      token: renewal,
      session,
      expiresAt: clock.now() + refreshSeconds * 1000,
      state: 'valid',
    });
  }
  return flat(200, {
    code: 0,
    access_token: access,
    expires_in: accessSeconds,
    ...(renewal !== undefined && { refresh_token: renewal, refresh_token_expires_in: refreshSeconds }),
    scope: scopes.join(' '),
    token_type: 'Bearer',
  });
}

/** Looks like a JWT and is as long as a real one; nothing can be read from it. */
function makeToken(kind: string, length: number, store: Store): string {
  const part = (size: number): string => {
    let text = '';
    while (text.length < size) text += store.signIn.newId(kind, 32);
    return text.slice(0, size);
  };
  const header = Buffer.from(JSON.stringify({ alg: 'ES256', kid: part(12), typ: 'JWT' })).toString(
    'base64url',
  );
  return `${header}.eyJ${part(length - header.length - 91)}.${part(86)}`;
}
