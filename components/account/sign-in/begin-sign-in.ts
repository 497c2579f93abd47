import * as v from 'valibot';
import type { Brand, Home } from '../../boards/board';
import { AppError } from '../../errors';
import { appCredentials, type Account } from '../account';
import type { AccountStore } from '../account-store';
import type { Attempt } from './attempt';
import { createPkce } from './pkce';
import { registrationPage, toBase64Url, type NewApp } from './sign-in-page';
import type { SignInDeps } from './sign-in-deps';

/** What somebody who wants to sign in has chosen. */
export interface SignInRequest extends Home {
  way: Attempt['way'];
  /** Missing: the app of the present account, or of the last attempt. Not for `create`. */
  app?: { id: string; secret: string } | undefined;
  scopes: readonly string[];
  forget: boolean;
  newApp: NewApp;
  /** Where `redirect` comes back to. */
  redirectUri: string;
}

/** How long somebody who was sent to an authorize page has, in ms: as long as its code would be good. */
const redirectLastsMs = 10 * 60_000;

/**
 * Begins a sign-in: asks the server for the page on which the user is to agree. From then on it lies on disk, and
 * `runSignIn` or `finishRedirect` go on with it. Errors: `app-credentials-malformed`, those of the sign-in host.
 */
export async function beginSignIn(deps: SignInDeps, request: SignInRequest): Promise<void> {
  const { attempts, clock, random } = deps;
  const common = {
    id: toBase64Url(random(12)),
    way: request.way,
    brand: request.brand,
    hosts: request.hosts,
    scopes: [...request.scopes],
    forget: request.forget,
  };
  const begun =
    request.way === 'create'
      ? await beginRegistration(deps, common, request.newApp)
      : await beginAuthorizing(deps, common, await appFor(deps, request), request.redirectUri);
  await attempts.begin({ ...begun, expiresAt: begun.expiresAt ?? clock.now() + redirectLastsMs });
  deps.changed();
}

type Common = Pick<Attempt, 'id' | 'way' | 'brand' | 'hosts' | 'scopes' | 'forget'>;
type Begun = Omit<Attempt, 'expiresAt'> & { expiresAt?: number };

async function beginRegistration(deps: SignInDeps, common: Common, newApp: NewApp): Promise<Begun> {
  const { client, clock } = deps;
  const page = await client.beginRegistration(common);
  return {
    ...common,
    step: 'registering',
    deviceCode: page.deviceCode,
    userCode: page.userCode,
    intervalMs: page.intervalMs,
    expiresAt: clock.now() + page.lastsMs,
    pageUrl: await registrationPage(page.url, requested(common.scopes), newApp),
  };
}

async function beginAuthorizing(
  deps: SignInDeps,
  common: Common,
  app: { id: string; secret: string },
  redirectUri: string,
): Promise<Begun> {
  if (common.way !== 'redirect') return { ...common, ...(await authorizeDevice(deps, common, app)) };
  const { verifier, challenge } = await createPkce(deps.random);
  const state = toBase64Url(deps.random(16));
  const pageUrl = deps.authorizeUrl(common, {
    client_id: app.id,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: requested(common.scopes).join(' '),
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  return { ...common, step: 'authorizing', intervalMs: 0, app, verifier, state, redirectUri, pageUrl };
}

/** Asks for the page of the device flow: the same for an own app and for one that was just made. */
export async function authorizeDevice(
  { client, clock }: SignInDeps,
  { brand, hosts, scopes }: Pick<Attempt, 'brand' | 'hosts' | 'scopes'>,
  app: { id: string; secret: string },
) {
  const page = await client.beginDevice({ brand, hosts, app }, requested(scopes));
  return {
    step: 'authorizing' as const,
    app,
    deviceCode: page.deviceCode,
    userCode: page.userCode,
    intervalMs: page.intervalMs,
    expiresAt: clock.now() + page.lastsMs,
    pageUrl: page.url,
  };
}

/** Without `offline_access` there is no refresh token. */
function requested(scopes: readonly string[]): string[] {
  return [...new Set([...scopes, 'offline_access'])];
}

async function appFor({ attempts, store }: SignInDeps, { brand, app }: SignInRequest) {
  const known = app ?? (await lastApp(store, attempts, brand));
  const parsed = v.safeParse(appCredentials, known);
  if (!parsed.success) throw new AppError('app-credentials-malformed');
  return parsed.output;
}

async function lastApp(
  store: Pick<AccountStore, 'get'>,
  attempts: SignInDeps['attempts'],
  brand: Brand,
): Promise<Account['app']> {
  const last = await attempts.get();
  return (await store.get(brand))?.app ?? (last?.brand === brand ? last.app : undefined);
}
