import type { App, DeviceGrant } from '../entities';
import { flat, redirect, text, type Reply } from '../reply';
import type { World } from '../router';
import { authenticateClient, readBasic } from '../sign-in/client-auth';
import { deviceReply } from '../sign-in/device-reply';
import { consentPage, messagePage } from '../sign-in/pages';
import { loginFirst } from './login';
import { isKnownScope } from '../sign-in/scope-catalogue';
import { consent, splitScopes } from '../sign-in/scopes';
import { refuse } from '../sign-in/token-errors';
import type { SiteRequest, SiteRoute } from '../site-route';

const lifetimeSeconds = 240;
const verifyPath = '/oauth/v1/device/verify';

/**
 * RFC 8628 as the official command-line tool speaks it. Its verification page stands where a public log has it
 * (larksuite/cli #1004), and clients open what they are given.
 */
export const deviceRoutes: SiteRoute[] = [
  {
    host: 'accounts',
    method: 'POST',
    path: '/oauth/v1/device_authorization',
    answer({ fields, authorization, brand }, world) {
      // The official tool has the secret in the header. What another form or place gets is not confirmed.
      if (!fields || !readBasic(authorization)) return refuse(20063);
      const app = authenticateClient(fields, authorization, brand, world.store);
      if (typeof app === 'number') return refuse(app);
      const wanted = splitScopes(fields.scope);
      if (!wanted.every(isKnownScope)) return malformedScopes;
      return begin(app, wanted, world);
    },
  },
  {
    host: 'accounts',
    method: 'GET',
    path: verifyPath,
    answer: (request, world) =>
      withDevice(request, world, (device) => {
        const user = world.store.signIn.loggedIn[request.brand];
        if (!user) return loginFirst(request);
        return consentPage({ app: device.app, user, scopes: device.scopes, action: request.target });
      }),
  },
  {
    host: 'accounts',
    method: 'POST',
    path: verifyPath,
    answer: (request, world) => withDevice(request, world, (device) => decide(device, request, world)),
  },
];

/** The wording of a public log; its code is not known. */
const malformedScopes = flat(400, {
  error: 'invalid_scope',
  error_description:
    'The provided scope list contains invalid or malformed scopes. Please ensure all scopes are valid.',
});

function begin(app: App, wanted: readonly string[], { store, clock }: World): Reply {
  const { signIn } = store;
  const device: DeviceGrant = {
    deviceCode: signIn.newId('device code', 32),
    userCode: signIn.newUserCode(),
    flowId: signIn.newId('flow', 44),
    app,
    // A scope that the app lacks does not come up on the page, and is not granted (larksuite/cli #746).
    scopes: wanted.filter((scope) => app.scopes.includes(scope)),
    expiresAt: clock.now() + lifetimeSeconds * 1000,
    pace: { intervalMs: signIn.intervalSeconds * 1000, lastAt: undefined },
    state: 'pending',
  };
  signIn.devices.set(device.deviceCode, device);
  const query = { flow_id: device.flowId };
  const page = { brand: app.tenant.brand, host: 'accounts', path: verifyPath, query } as const;
  return deviceReply(device, page, lifetimeSeconds, signIn);
}

function withDevice(
  { query, brand }: SiteRequest,
  { store, clock }: World,
  answer: (device: DeviceGrant) => Reply,
): Reply {
  const flowId = query.get('flow_id');
  // What the page says then is not known.
  if (!flowId) return messagePage('Error code: 20001', 'The request is missing a required parameter.');
  const device = [...store.signIn.devices.values()].find(
    (grant) =>
      grant.flowId === flowId &&
      grant.userCode === query.get('user_code') &&
      grant.app.tenant.brand === brand,
  );
  // Some fresh apps got a 404 here (larksuite/cli #1004).
  if (device?.app.devicePageMissing) return text(404, '404 page not found', 'text/plain');
  if (!device || device.expiresAt <= clock.now() || device.state !== 'pending') {
    return messagePage('Link expired', 'Start again where you came from to get a new link.');
  }
  return answer(device);
}

function decide(device: DeviceGrant, request: SiteRequest, { store, clock }: World): Reply {
  const user = store.signIn.loggedIn[request.brand];
  if (!user) return redirect(request.target);
  if (request.fields?.decision !== 'authorize') {
    device.state = 'denied';
    return messagePage('Authorization denied', 'You can close this page.');
  }
  device.state = consent({ app: device.app, user, scopes: device.scopes }, store.signIn, clock.now());
  return messagePage('Authorization successful', 'You can close this page.');
}
