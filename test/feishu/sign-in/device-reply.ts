import type { Brand, DeviceCode } from '../entities';
import { hostsOf } from '../hosts';
import { flat, type Reply } from '../reply';
import type { SignIn } from './sign-in';

/** Where the user is sent: one of the brand's hosts, unless the store has another, and what the address names. */
export interface VerificationPage {
  brand: Brand;
  host: 'accounts' | 'open';
  path: string;
  query: Readonly<Record<string, string>>;
}

/** RFC 8628, section 3.2: how signing in on another page and a registration both begin. */
export function deviceReply(
  code: DeviceCode,
  page: VerificationPage,
  seconds: number,
  signIn: SignIn,
): Reply {
  const { intervalSeconds, lifetimeField, verificationHost } = signIn;
  const uri = `https://${verificationHost ?? hostsOf(page.brand)[page.host]}${page.path}`;
  const query = new URLSearchParams({ ...page.query, user_code: code.userCode });
  return flat(200, {
    device_code: code.deviceCode,
    user_code: code.userCode,
    verification_uri: uri,
    verification_uri_complete: `${uri}?${query.toString()}`,
    ...(lifetimeField !== 'absent' && { [lifetimeField]: seconds }),
    interval: intervalSeconds,
  });
}
