import type {
  AuthorizationCode,
  Brand,
  DeviceGrant,
  LifetimeField,
  RefreshToken,
  Registration,
  Session,
  User,
} from '../entities';
import { makeId } from '../ids';
import type { SeedSignIn } from '../seed';

/** Everything that signing in has under way, by its code or token. Tests may change what is in it in place. */
export interface SignIn {
  /** Who is logged in in the browser at the hosts of each brand: a user of the other brand too, or nobody. */
  readonly loggedIn: Record<Brand, User | undefined>;
  /** What `interval` says from now on; 0: poll as fast as you like. */
  intervalSeconds: number;
  lifetimeField: LifetimeField;
  /** Where the pages of device codes stand, instead of at the brand's own hosts. */
  verificationHost: string | undefined;
  /** Where the launcher calls every link expired, and `/page/cli` alone works. */
  readonly launcherBroken: Record<Brand, boolean>;
  readonly codes: Map<string, AuthorizationCode>;
  readonly refreshTokens: Map<string, RefreshToken>;
  /** By device code. */
  readonly devices: Map<string, DeviceGrant>;
  /** By device code. */
  readonly registrations: Map<string, Registration>;
  /** Every consent so far, the latest last. */
  readonly consents: Session[];
  /** Another one each time, the same ones after a reset. */
  newId(kind: string, length?: number): string;
  /** Of two groups of four, as people read it from one screen to type it on another. */
  newUserCode(): string;
}

/** @throws Error if the seed logs somebody in who does not exist. */
export function createSignIn(seed: SeedSignIn, users: readonly User[], find: (id: string) => User): SignIn {
  let made = 0;
  const newId = (kind: string, length?: number): string => {
    made += 1;
    return makeId([kind, made], length);
  };
  const userAt = (brand: Brand): User | undefined => {
    const id = seed.loggedIn?.[brand];
    if (id === null) return undefined;
    return id === undefined ? users.find(({ tenant }) => tenant.brand === brand) : find(id);
  };
  return {
    loggedIn: { feishu: userAt('feishu'), lark: userAt('lark'), company: userAt('company') },
    intervalSeconds: seed.deviceIntervalSeconds ?? 5,
    lifetimeField: seed.deviceLifetimeField ?? 'expires_in',
    verificationHost: seed.verificationHost,
    launcherBroken: { feishu: false, lark: true, company: false, ...seed.launcherBroken },
    codes: new Map(),
    refreshTokens: new Map(),
    devices: new Map(),
    registrations: new Map(),
    consents: [],
    newId,
    newUserCode: () => newId('user code', 8).toUpperCase().replace(/^.{4}/, '$&-'),
  };
}
