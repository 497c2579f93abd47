import type { App, User } from '../entities';
import { redirect, type Reply } from '../reply';
import type { World } from '../router';
import { consentPage, messagePage } from '../sign-in/pages';
import { consent, grantedScopes, splitScopes } from '../sign-in/scopes';
import type { SiteRequest, SiteRoute } from '../site-route';
import { loginFirst } from './login';

const path = '/open-apis/authen/v1/authorize';
const codeLifetimeMs = 5 * 60 * 1000;
const maximumScopes = 50;

/** Public document: "Obtain authorization code". It is a page, and answers with a redirect. */
export const authorizeRoutes: SiteRoute[] = [
  { host: 'accounts', method: 'GET', path, answer: (request, world) => withAsked(request, world, show) },
  { host: 'accounts', method: 'POST', path, answer: (request, world) => withAsked(request, world, decide) },
];

interface Asked {
  app: App;
  user: User;
  scopes: string[];
  redirectUri: string;
  request: SiteRequest;
}

/** The order of the checks, and the pages for what is asked wrongly, are not confirmed; 20029 and 20027 are. */
function withAsked(request: SiteRequest, world: World, answer: (asked: Asked, world: World) => Reply): Reply {
  const { query, brand } = request;
  const { signIn } = world.store;
  const app = world.store.app(query.get('client_id') ?? '');
  if (app?.tenant.brand !== brand) return errorPage(20048, 'The app does not exist.');
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!app.redirectUrls.includes(redirectUri)) {
    return errorPage(20029, 'The redirect URL is not among those in the security settings of the app.');
  }
  if (query.get('response_type') !== 'code') return errorPage(20001, 'response_type has to be code.');
  const scopes = splitScopes(query.get('scope'));
  if (scopes.length > maximumScopes) return errorPage(20063, `There are more than ${maximumScopes} scopes.`);
  const missing = scopes.filter((scope) => !app.scopes.includes(scope));
  if (missing.length > 0) return errorPage(20027, `The app has not enabled ${missing.join(', ')}.`);
  const user = signIn.loggedIn[brand];
  return user ? answer({ app, user, scopes, redirectUri, request }, world) : loginFirst(request);
}

/** Whoever has granted it all before is not asked again, unless the app wants that. */
function show(asked: Asked, world: World): Reply {
  const { app, user, scopes, request } = asked;
  const held = grantedScopes(app, user, world.store.signIn);
  const isGranted = scopes.length > 0 && scopes.every((scope) => held.includes(scope));
  if (isGranted && request.query.get('prompt') !== 'consent') return goBack(asked, approve(asked, world));
  return consentPage({ app, user, scopes, action: request.target });
}

function decide(asked: Asked, world: World): Reply {
  const agrees = asked.request.fields?.decision === 'authorize';
  return goBack(asked, agrees ? approve(asked, world) : { error: 'access_denied' });
}

function approve({ app, user, scopes, redirectUri, request }: Asked, world: World): { code: string } {
  const { signIn } = world.store;
  const now = world.clock.now();
  const code = signIn.newId('authorization code', 32);
  const challenge = request.query.get('code_challenge');
  signIn.codes.set(code, {
    code,
    session: consent({ app, user, scopes }, signIn, now),
    redirectUri,
    challenge:
      challenge === null
        ? undefined
        : {
            value: challenge,
            method: request.query.get('code_challenge_method') === 'S256' ? 'S256' : 'plain',
          },
    expiresAt: now + codeLifetimeMs,
    used: false,
  });
  return { code };
}

function goBack({ redirectUri, request }: Asked, answer: { code: string } | { error: string }): Reply {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  const state = request.query.get('state');
  if (state !== null) url.searchParams.set('state', state);
  return redirect(url.href);
}

/** That the page comes with HTTP 200 is not confirmed. */
function errorPage(code: number, sentence: string): Reply {
  return messagePage(`Error code: ${code}`, sentence);
}
