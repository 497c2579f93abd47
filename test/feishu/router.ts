import type { Brand, Token } from './entities';
import type { Clock } from './clock';
import type { Fields } from './incoming';
import type { RateLimit } from './rate-limits';
import type { Reply } from './reply';
import type { Store } from './store';

/** What an Open API route is asked, after the gateway let it through. */
export interface ApiRequest {
  brand: Brand;
  method: string;
  /** Without the query. */
  path: string;
  /** The `:names` of the route's path, decoded. */
  params: Record<string, string>;
  query: URLSearchParams;
  /** The body that was sent as JSON; undefined if there is none, or it is no JSON. */
  body: unknown;
  /** The fields of a form; undefined if it is none. No body has no fields. */
  fields: Fields | undefined;
  authorization: string | undefined;
  /** The valid token that came with it; undefined only for routes with `access: 'open'` or `'own'`. */
  token: Token | undefined;
}

export interface ApiRoute {
  method: 'GET' | 'POST';
  /** `/open-apis/…` with `:names`. */
  path: string;
  /**
   * `scope`: the gateway wants a valid token and one of `scopes`. `own`: it wants an Authorization header,
   * and the route judges the token. `open`: it wants nothing.
   */
  access: 'scope' | 'own' | 'open';
  /** Any one of them is enough. */
  scopes?: readonly string[];
  limit?: RateLimit;
  answer(request: ApiRequest, world: World): Reply | Promise<Reply>;
}

/** What stands behind a route. */
export interface World {
  store: Store;
  clock: Clock;
}

export interface Found<T> {
  route: T;
  params: Record<string, string>;
}

/** Looks a route up by method and path. */
export function createRouter<T extends { method: string; path: string }>(
  routes: readonly T[],
): (method: string, path: string) => Found<T> | undefined {
  const table = routes.map((route) => ({
    route,
    pattern: new RegExp(`^${route.path.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
  }));
  return (method, path) => {
    for (const { route, pattern } of table) {
      const match = route.method === method ? pattern.exec(path) : null;
      if (match) return { route, params: decode(match.groups ?? {}) };
    }
    return undefined;
  };
}

function decode(groups: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodePart(value)]));
}

function decodePart(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
