import type { Brand } from './entities';
import type { Incoming } from './incoming';
import type { Reply } from './reply';
import { createRouter, type World } from './router';
import { appRegistrationRoutes } from './routes/app-registration';
import { assetRoutes } from './routes/assets';
import { authorizeRoutes } from './routes/authorize';
import { consoleRoutes } from './routes/console';
import { deviceRoutes } from './routes/device';
import { launcherRoutes } from './routes/launcher';
import { loginRoutes } from './routes/login';
import { revokeRoutes } from './routes/revoke';
import { tokenRoutes } from './routes/token';
import type { SiteRoute } from './site-route';

/** Signing in at `accounts.…`, and the pages of `open.…` that belong to it. */
export const siteRoutes: readonly SiteRoute[] = [
  ...authorizeRoutes,
  ...tokenRoutes,
  ...deviceRoutes,
  ...appRegistrationRoutes,
  ...revokeRoutes,
  ...launcherRoutes,
  ...consoleRoutes,
  ...loginRoutes,
  ...assetRoutes,
];

/** @returns what answers at one of the two hosts; undefined for a path that it does not have. */
export function createSite(
  world: World,
): (host: SiteRoute['host'], brand: Brand, incoming: Incoming) => Reply | undefined {
  const byHost = {
    accounts: createRouter(siteRoutes.filter(({ host }) => host === 'accounts')),
    open: createRouter(siteRoutes.filter(({ host }) => host === 'open')),
  };
  return (host, brand, incoming) => {
    const found = byHost[host](incoming.method, incoming.path);
    return found?.route.answer({ ...incoming, brand, params: found.params }, world);
  };
}
