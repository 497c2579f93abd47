import type { App, Registration, User } from '../entities';
import { escapeXml } from '../pictures/svg-values';
import { redirect, type Reply } from '../reply';
import type { World } from '../router';
import { scopesOfNewApp } from '../sign-in/addons';
import { button, form, input, loggedInAs, messagePage, scopeList, sitePage } from '../sign-in/pages';
import { openRegistration } from '../sign-in/registrations';
import type { SiteRequest, SiteRoute } from '../site-route';
import { loginFirst } from './login';

/**
 * The page where a registration is agreed to. Lark's `/page/launcher` says "Link expired" to every code while
 * `/page/cli` works (openonion/connectonion #1537). Of Feishu's, one report says the same (HKUDS/nanobot #5768) and
 * another that it works (fastagent-sh/fastagent #215): a switch for each brand.
 */
export const launcherRoutes: SiteRoute[] = ['/page/launcher', '/page/cli'].flatMap((path): SiteRoute[] => [
  { host: 'open', method: 'GET', path, answer: (request, world) => withOpen(request, world, show) },
  { host: 'open', method: 'POST', path, answer: (request, world) => withOpen(request, world, decide) },
]);

type Answer = (registration: Registration, user: User, request: SiteRequest, world: World) => Reply;

function withOpen(request: SiteRequest, world: World, answer: Answer): Reply {
  const registration = openRegistration(request.query.get('user_code'), world);
  const isBroken =
    world.store.signIn.launcherBroken[request.brand] && request.target.startsWith('/page/launcher');
  if (!registration || isBroken) {
    return messagePage('Link expired', 'Start again where you came from to get a new link.');
  }
  const user = world.store.signIn.loggedIn[request.brand];
  return user ? answer(registration, user, request, world) : loginFirst(request, 'open');
}

function show(_registration: Registration, user: User, { query, target }: SiteRequest): Reply {
  // What a member sees whose administrator allows no apps is not known.
  if (user.tenant.forbidsNewApps) {
    return sitePage(
      'You cannot create apps',
      `<p>Your administrator does not allow you to create apps. Ask your administrator for help.</p>
${loggedInAs(user)}
${form(target, button('Cancel', 'decision', 'deny'))}`,
    );
  }
  return sitePage(
    'Create your app',
    `${loggedInAs(user)}
<p>${escapeXml(query.get('desc') ?? '')}</p>
${scopeList(scopesOfNewApp(query.get('addons')))}
${form(target, `${input('App name', 'name', query.get('name') ?? `${user.name}'s app`)}\n${button('Create', 'decision', 'create', true)}\n${button('Cancel', 'decision', 'deny')}`)}`,
  );
}

function decide(registration: Registration, user: User, request: SiteRequest, world: World): Reply {
  const { decision, name } = request.fields ?? {};
  if (decision !== 'create') {
    registration.state = 'denied';
    return messagePage('App not created', 'You can close this page.');
  }
  if (user.tenant.forbidsNewApps) return redirect(request.target);
  registration.state = { app: createApp(name, user, request, world), user };
  return messagePage('App created', 'You can close this page.');
}

/** Enabled, installed and open to everybody at once; redirect URLs cannot come with it. */
function createApp(name: string | undefined, user: User, { query }: SiteRequest, { store }: World): App {
  const { signIn } = store;
  return store.addApp({
    id: `cli_${Buffer.from(signIn.newId('app', 8)).toString('hex')}`,
    secret: signIn.newId('secret', 32),
    tenant: user.tenant.key,
    name: name === undefined || name === '' ? `${user.name}'s app` : name,
    scopes: scopesOfNewApp(query.get('addons')),
  });
}
