import type { Brand } from './entities';
import type { Fields } from './incoming';
import type { Reply } from './reply';
import type { World } from './router';

/** What the accounts host, and the pages beside the Open API, are asked. */
export interface SiteRequest {
  brand: Brand;
  /** Path and query, as sent. */
  target: string;
  params: Record<string, string>;
  query: URLSearchParams;
  /** The fields of a form; undefined if it is none. No body has no fields. */
  fields: Fields | undefined;
  /** The body that was sent as JSON; undefined if there is none, or it is no JSON. */
  body: unknown;
  authorization: string | undefined;
}

export interface SiteRoute {
  /** `accounts.…` or `open.…`. */
  host: 'accounts' | 'open';
  method: 'GET' | 'POST';
  /** With `:names`. */
  path: string;
  answer(request: SiteRequest, world: World): Reply;
}
