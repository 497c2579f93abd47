import type { App } from '../entities';
import { escapeXml } from '../pictures/svg-values';
import type { Reply } from '../reply';
import type { World } from '../router';
import { button, form, input, messagePage, scopeList, sitePage } from '../sign-in/pages';
import { isKnownScope } from '../sign-in/scope-catalogue';
import { splitScopes } from '../sign-in/scopes';
import type { SiteRequest, SiteRoute } from '../site-route';

/**
 * As much of the developer console as links lead to: scopes of an app (from the official command-line tool's
 * `/page/scope-apply`, and from the gateway's own `helps`) and its redirect URLs. Whoever looks at them may
 * change them, without the administrator who often has to agree.
 */
export const consoleRoutes: SiteRoute[] = [
  ...scopePage('/page/scope-apply', ({ query }) => [query.get('clientID'), query.get('scopes')]),
  ...scopePage('/app/:id/auth', ({ params, query }) => [params.id, query.get('q')]),
  {
    host: 'open',
    method: 'GET',
    path: '/app/:id/safe',
    answer: (request, world) => withApp(request.params.id, request, world, (app) => safePage(app, request)),
  },
  {
    host: 'open',
    method: 'POST',
    path: '/app/:id/safe',
    answer: (request, world) =>
      withApp(request.params.id, request, world, (app) => {
        const url = request.fields?.redirect_url ?? '';
        if (!URL.canParse(url)) return messagePage('Not a URL', 'The redirect URL is not valid.', 400);
        app.redirectUrls = [...new Set([...app.redirectUrls, url])];
        return safePage(app, request);
      }),
  },
];

type Naming = (request: SiteRequest) => [app: string | undefined | null, scopes: string | null];

function scopePage(path: string, read: Naming): SiteRoute[] {
  const answer = (request: SiteRequest, world: World, change: boolean): Reply => {
    const [id, list] = read(request);
    return withApp(id, request, world, (app) => {
      const wanted = splitScopes(list, ',').filter(isKnownScope);
      if (change) app.scopes = [...new Set([...app.scopes, ...wanted])];
      return showScopes(app, wanted, request);
    });
  };
  return [
    { host: 'open', method: 'GET', path, answer: (request, world) => answer(request, world, false) },
    { host: 'open', method: 'POST', path, answer: (request, world) => answer(request, world, true) },
  ];
}

function showScopes(app: App, wanted: readonly string[], { target }: SiteRequest): Reply {
  const missing = wanted.filter((scope) => !app.scopes.includes(scope));
  return missing.length === 0
    ? sitePage(`Permissions of ${app.name}`, `<p>All permissions are enabled.</p>\n${scopeList(app.scopes)}`)
    : sitePage(
        `Permissions of ${app.name}`,
        `${scopeList(missing)}\n${form(target, button('Add permissions', 'decision', 'add', true))}`,
      );
}

function safePage(app: App, { target }: SiteRequest): Reply {
  const fields = `${input('Redirect URL', 'redirect_url', '')}\n${button('Add', 'decision', 'add', true)}`;
  const listed = app.redirectUrls.map((url) => `<li>${escapeXml(url)}</li>`).join('');
  return sitePage(
    `Security settings of ${app.name}`,
    `<ul aria-label="Redirect URLs">${listed}</ul>\n${form(target, fields)}`,
  );
}

function withApp(
  id: string | undefined | null,
  { brand }: SiteRequest,
  { store }: World,
  answer: (app: App) => Reply,
): Reply {
  const app = store.app(id ?? '');
  return app?.tenant.brand === brand ? answer(app) : messagePage('404', 'There is no such app.', 404);
}
