import { hostsOf } from '../hosts';
import { redirect, type Reply } from '../reply';
import { loginPage, messagePage } from '../sign-in/pages';
import type { SiteRequest, SiteRoute } from '../site-route';

const path = '/accounts/page/login';

/** Where one logs in oneself, before any app comes into it: here one picks a user of the seed. */
export const loginRoutes: SiteRoute[] = [
  {
    host: 'accounts',
    method: 'GET',
    path,
    answer: ({ brand, target }, { store }) =>
      loginPage(
        store.users().filter((user) => user.tenant.brand === brand && user.state !== 'gone'),
        target,
      ),
  },
  {
    host: 'accounts',
    method: 'POST',
    path,
    answer({ brand, fields, query }, { store }) {
      const user = store.user(fields?.user ?? '');
      if (!user) return messagePage('Log in', 'There is no such user.', 400);
      store.signIn.loggedIn[brand] = user;
      const next = query.get('redirect_uri') ?? '';
      const isOurs = Object.values(hostsOf(brand)).some((host) => next.startsWith(`https://${host}/`));
      return isOurs ? redirect(next) : messagePage('Logged in', user.name);
    },
  },
];

/** Sends somebody who is not logged in there first, and back afterwards. */
export function loginFirst({ brand, target }: SiteRequest, host: SiteRoute['host'] = 'accounts'): Reply {
  const hosts = hostsOf(brand);
  const next = encodeURIComponent(`https://${hosts[host]}${target}`);
  return redirect(`https://${hosts.accounts}${path}?redirect_uri=${next}`);
}
