import type { Session } from '../entities';
import { flat } from '../reply';
import { authenticateClient } from '../sign-in/client-auth';
import { refuse } from '../sign-in/token-errors';
import type { SiteRoute } from '../site-route';
import type { Store } from '../store';

/**
 * As the official command-line tool calls it, in the manner of RFC 7009: a token that is not known is no error,
 * and a refresh token takes the access tokens of its sign-in along. Neither is confirmed, nor is the body of the
 * reply.
 */
export const revokeRoutes: SiteRoute[] = [
  {
    host: 'accounts',
    method: 'POST',
    path: '/oauth/v1/revoke',
    answer({ fields, authorization, brand }, { store }) {
      if (!fields) return refuse(20063);
      const app = authenticateClient(fields, authorization, brand, store);
      if (typeof app === 'number') return refuse(app);
      if (!fields.token) return refuse(20001);
      const renewal = store.signIn.refreshTokens.get(fields.token);
      if (renewal?.session.app === app) endSession(renewal.session, store);
      if (store.token(fields.token)?.app === app) store.revokeToken(fields.token);
      return flat(200, { code: 0 });
    },
  },
];

function endSession(session: Session, store: Store): void {
  for (const renewal of store.signIn.refreshTokens.values()) {
    if (renewal.session === session) renewal.state = 'revoked';
  }
  for (const { token, session: from } of store.tokens()) if (from === session) store.revokeToken(token);
}
