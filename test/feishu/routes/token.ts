import type { Brand } from '../entities';
import { fieldsIn, type Fields } from '../incoming';
import type { Reply } from '../reply';
import type { ApiRoute, World } from '../router';
import { authenticateClient } from '../sign-in/client-auth';
import { grants } from '../sign-in/grants';
import { issueTokens } from '../sign-in/issue-tokens';
import { refuse } from '../sign-in/token-errors';
import type { SiteRoute } from '../site-route';

/** Public documents: "Get user_access_token" and "Refresh user_access_token", version 3. */
export const tokenRoutes: SiteRoute[] = [
  {
    host: 'accounts',
    method: 'POST',
    path: '/oauth/v3/token',
    answer: (request, world) => answerToken(request, 3, world),
  },
];

/** The same before, at the Open API's host: marked historic, and still answering. */
export const historicTokenRoutes: ApiRoute[] = [
  {
    method: 'POST',
    path: '/open-apis/authen/v2/oauth/token',
    access: 'open',
    answer: (request, world) => answerToken(request, 2, world),
  },
];

interface TokenRequest {
  brand: Brand;
  fields: Fields | undefined;
  body: unknown;
  authorization: string | undefined;
}

/** The only endpoints of signing in that take JSON as well as forms. */
function answerToken(request: TokenRequest, version: 2 | 3, { store, clock }: World): Reply {
  const { brand, authorization } = request;
  const fields = request.fields ?? fieldsIn(request.body);
  if (!fields) return refuse(20063);
  if (!fields.grant_type) return refuse(20001);
  const grant = Object.hasOwn(grants, fields.grant_type) ? grants[fields.grant_type] : undefined;
  if (!grant) return refuse(20036);
  const app = authenticateClient(fields, authorization, brand, store);
  if (typeof app === 'number') return refuse(app);
  const granted = grant({ app, fields, version, signIn: store.signIn, now: clock.now() });
  return typeof granted === 'object' ? issueTokens(granted, store, clock) : refuse(granted);
}
