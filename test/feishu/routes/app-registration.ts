import type { Brand, Registration } from '../entities';
import type { Fields } from '../incoming';
import { flat, type Reply } from '../reply';
import type { World } from '../router';
import { deviceReply } from '../sign-in/device-reply';
import { pollsTooFast } from '../sign-in/poll-pace';
import type { SiteRoute } from '../site-route';

const lifetimeSeconds = 3600;

/**
 * One-click registration, as the official SDK (`registerApp`) and command-line tool speak it; lifetime and the
 * code of `authorization_pending` as in public logs.
 */
export const appRegistrationRoutes: SiteRoute[] = [
  {
    host: 'accounts',
    method: 'POST',
    path: '/oauth/v1/app/registration',
    answer({ fields, brand }, world) {
      if (fields?.action === 'begin') return begin(fields, brand, world);
      if (fields?.action === 'poll') return poll(fields.device_code, brand, world);
      return failure('invalid_request', 'action has to be begin or poll.');
    },
  },
];

function begin(fields: Fields, brand: Brand, { store, clock }: World): Reply {
  if (fields.archetype !== 'PersonalAgent' || fields.auth_method !== 'client_secret') {
    return failure('invalid_request', 'The archetype or the auth_method is not supported.');
  }
  const { signIn } = store;
  const registration: Registration = {
    deviceCode: signIn.newId('registration', 32),
    userCode: signIn.newUserCode(),
    expiresAt: clock.now() + lifetimeSeconds * 1000,
    pace: { intervalMs: signIn.intervalSeconds * 1000, lastAt: undefined },
    state: 'pending',
  };
  signIn.registrations.set(registration.deviceCode, registration);
  const page = { brand, host: 'open', path: '/page/launcher', query: {} } as const;
  return deviceReply(registration, page, lifetimeSeconds, signIn);
}

function poll(deviceCode: string | undefined, brand: Brand, { store, clock }: World): Reply {
  const registration = store.signIn.registrations.get(deviceCode ?? '');
  if (!registration || registration.state === 'used') {
    return failure('invalid_grant', 'The device code is invalid or has been used.');
  }
  const { state, pace, expiresAt } = registration;
  if (expiresAt <= clock.now()) return failure('expired_token', 'The device code has expired.');
  if (state === 'denied') return failure('access_denied', 'The user denied the request.');
  if (state === 'pending') return pollsTooFast(pace, clock.now()) ? failure('slow_down', '') : pending;
  const { app, user } = state;
  // The host of the other brand says whose app it is and keeps the secret, which is at home at the right host.
  const isAtHome = app.tenant.brand === brand;
  if (isAtHome) registration.state = 'used';
  return flat(200, {
    client_id: app.id,
    client_secret: isAtHome ? app.secret : '',
    user_info: { open_id: user.id, tenant_brand: app.tenant.brand },
  });
}

const pending = flat(400, { error: 'authorization_pending', error_description: '', code: 20094 });

/** Codes of the other errors are not known. */
function failure(error: string, description: string): Reply {
  return flat(400, { error, error_description: description });
}
