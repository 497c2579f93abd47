import type { Clock } from './clock';
import type { App, Brand, Token } from './entities';
import { hostsOf } from './hosts';
import type { RateLimits } from './rate-limits';
import { failure, json, type Reply } from './reply';
import type { ApiRoute } from './router';
import type { Store } from './store';

/**
 * What stands in front of every Open API: tokens, scopes, rate limits, in this order (the order of the last two
 * is not confirmed). Codes: "Generic error codes" of the Open Platform, with statuses and wordings as they stand
 * in public logs of real calls.
 */
export interface Gateway {
  /** The token to go on with (undefined where the route wants none), or the refusal. */
  admit(route: ApiRoute, brand: Brand, authorization: string | undefined): Admission;
}

export type Admission = { token: Token | undefined; refusal?: never } | { token?: never; refusal: Reply };

export function createGateway(store: Store, clock: Clock, limits: RateLimits): Gateway {
  return {
    admit(route, brand, authorization) {
      if (route.access === 'open') return { token: undefined };
      const value = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
      if (value === undefined) return { refusal: missingToken };
      const token = knownToken(store, brand, value);
      const expired = token !== undefined && token.expiresAt <= clock.now();
      // Whether an expired token reaches a route that judges tokens itself is not confirmed; here it does not.
      if (expired && token.user) return { refusal: expiredToken };
      const usable = expired ? undefined : token;
      const unfit = usable && checkApp(usable.app);
      if (unfit) return { refusal: unfit };
      if (!usable) return route.access === 'own' ? { token: undefined } : { refusal: unknownToken(value) };
      const refusal = checkScopes(route, brand, usable) ?? checkLimit(route, usable, limits);
      return refusal ? { refusal } : { token: usable };
    },
  };
}

/** An app and its tokens live at one brand; the other brand has never heard of them. */
function knownToken(store: Store, brand: Brand, value: string): Token | undefined {
  const token = store.token(value);
  return token?.app.tenant.brand === brand ? token : undefined;
}

const missingToken = failure(
  400,
  99991661,
  'Missing access token for authorization. Please make a request with token attached.',
);
const expiredToken = failure(401, 99991677, 'Authentication token expired');

/** Their HTTP statuses, and which comes first where several hold, are not confirmed. */
function checkApp(app: App): Reply | undefined {
  if (app.disabled) return failure(400, 99991662, 'app is disabled');
  if (!app.installed) return failure(400, 99991673, 'app is not installed in this tenant');
  if (app.refusesAddress) return failure(400, 99991401, 'the IP address is not on the list of the app');
  return app.tenant.quotaSpent ? failure(400, 99991403, 'the quota of this month is used up') : undefined;
}

/** An expired tenant token is answered like one that never was; that is not confirmed. */
function unknownToken(value: string): Reply {
  const code = value.startsWith('t-') ? 99991663 : 99991668;
  return failure(
    400,
    code,
    'Invalid access token for authorization. Please make a request with token attached.',
  );
}

function checkScopes(route: ApiRoute, brand: Brand, token: Token): Reply | undefined {
  const wanted = route.scopes ?? [];
  const has = (scopes: readonly string[]): boolean =>
    wanted.length === 0 || wanted.some((scope) => scopes.includes(scope));
  if (!has(token.app.scopes)) return appLacksScope(brand, token, wanted);
  if (token.user && token.scopes && !has(token.scopes)) return userDidNotGrant(wanted);
  return undefined;
}

function appLacksScope(brand: Brand, token: Token, scopes: readonly string[]): Reply {
  const kind = token.user ? 'user' : 'tenant';
  const url = `https://${hostsOf(brand).open}/app/${token.app.id}/auth?q=${scopes.join(',')}&op_from=openapi&token_type=${kind}`;
  return json(400, {
    code: 99991672,
    msg: `Access denied. One of the following scopes is required: [${scopes.join(', ')}]. Apply for it at: ${url}`,
    error: {
      permission_violations: violations('action_scope_required', scopes),
      helps: [{ url, description: 'Apply for the missing scopes' }],
    },
  });
}

/** The HTTP status is not confirmed. */
function userDidNotGrant(scopes: readonly string[]): Reply {
  return json(400, {
    code: 99991679,
    msg: `Unauthorized. The user has not granted any of these scopes: [${scopes.join(', ')}].`,
    error: { permission_violations: violations('action_privilege_required', scopes) },
  });
}

function violations(type: string, scopes: readonly string[]): { type: string; subject: string }[] {
  return scopes.map((subject) => ({ type, subject }));
}

/** Limits count for each API, app and tenant: for a store app that of the user, of whom many have their own. */
function checkLimit(route: ApiRoute, token: Token, limits: RateLimits): Reply | undefined {
  const { limit } = route;
  if (!limit) return undefined;
  const { tenant } = token.user ?? token.app;
  const wait = limits.take(`${route.method} ${route.path} ${token.app.id} ${tenant.key}`, limit);
  if (wait === undefined) return undefined;
  return json(
    limit.status ?? 429,
    { code: 99991400, msg: 'request trigger frequency limit' },
    { 'x-ogw-ratelimit-limit': String(limit.count), 'x-ogw-ratelimit-reset': String(wait) },
  );
}
