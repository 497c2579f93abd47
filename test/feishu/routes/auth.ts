import type { Clock } from '../clock';
import type { App, Token } from '../entities';
import { makeId } from '../ids';
import { failure, json } from '../reply';
import type { ApiRoute } from '../router';
import type { Store } from '../store';

const lifetimeSeconds = 7200;
const renewalMs = 30 * 60 * 1000;

/** Public document: auth-v3/auth/tenant_access_token_internal. Its failures come with HTTP 200. */
export const authRoutes: ApiRoute[] = [
  {
    method: 'POST',
    path: '/open-apis/auth/v3/tenant_access_token/internal',
    access: 'open',
    answer({ body, brand }, { store, clock }) {
      const { app_id: id, app_secret: secret } = fields(body);
      if (typeof id !== 'string' || typeof secret !== 'string') return failure(200, 10003, 'invalid param');
      const app = store.app(id);
      // Which code an unknown app id gets is not confirmed.
      if (app?.tenant.brand !== brand) return failure(200, 10003, 'invalid param');
      if (app.secret !== secret) return failure(200, 10015, 'app secret invalid');
      if (app.disabled) return failure(200, 10014, 'app is unavailable');
      const token = currentToken(app, store, clock) ?? mint(app, store, clock);
      return json(200, {
        code: 0,
        msg: 'ok',
        tenant_access_token: token.token,
        expire: Math.floor((token.expiresAt - clock.now()) / 1000),
      });
    },
  },
];

/** With more than 30 minutes left the same token is given again. */
function currentToken(app: App, store: Store, clock: Clock): Token | undefined {
  return store
    .tokens()
    .find((token) => token.app === app && !token.user && token.expiresAt - clock.now() > renewalMs);
}

function mint(app: App, store: Store, clock: Clock): Token {
  const token = `t-g1${makeId(['tenant token', app.id, clock.now()], 30)}`;
  return store.addToken({ token, app: app.id, expiresIn: lifetimeSeconds });
}

function fields(body: unknown): Record<string, unknown> {
  return typeof body === 'object' && body !== null ? { ...body } : {};
}
