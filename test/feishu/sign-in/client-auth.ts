import type { App, Brand } from '../entities';
import type { Fields } from '../incoming';
import type { Store } from '../store';
import type { TokenErrorCode } from './token-errors';

/**
 * The app that asks, by its id and secret in the body or as Basic authorization, and not by both. The secret is
 * wanted from everybody, PKCE or not. What two ids get that differ is not confirmed.
 */
export function authenticateClient(
  fields: Fields,
  authorization: string | undefined,
  brand: Brand,
  store: Store,
): App | TokenErrorCode {
  const basic = readBasic(authorization);
  if (basic && fields.client_secret !== undefined) return 20070;
  if (basic && fields.client_id !== undefined && fields.client_id !== basic.id) return 20063;
  const id = basic?.id ?? fields.client_id;
  const secret = basic?.secret ?? fields.client_secret;
  if (!id || !secret) return 20001;
  const app = store.app(id);
  if (app?.tenant.brand !== brand) return 20048;
  if (app.secret !== secret) return 20002;
  if (app.disabled) return 20069;
  return app.installed ? app : 20009;
}

/** The id and the secret of Basic authorization; undefined if it is none. */
export function readBasic(authorization: string | undefined): { id: string; secret: string } | undefined {
  const encoded = /^Basic (\S+)$/.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString().split(/:(.*)/s);
  return { id, secret };
}
