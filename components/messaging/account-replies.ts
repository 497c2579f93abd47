import type { Brand } from '../boards/board';
import type { ErrorData } from '../errors';
import type { signInWays } from '../shapes';

/** Who is signed in, for one brand. Never the token itself. */
export interface AccountStatus {
  brand: Brand;
  signedIn: boolean;
  /** The user's name, where it could be learned. */
  name?: string | undefined;
  tokenKind?: 'user' | 'tenant' | undefined;
  /** The sign-in has ended and asks for a new one. */
  ended?: boolean | undefined;
  /** Until when its token is good, in ms since the epoch, where that is known. */
  expiresAt?: number | undefined;
  /** Whether it is renewed by itself. */
  renews?: boolean | undefined;
  /** The app that it signed in with, where it did with one. */
  appId?: string | undefined;
  /** The API host of a company's own deployment. */
  host?: string | undefined;
  /** What was granted, where it was told. */
  granted?: string[] | undefined;
}

/** What may be shown of a sign-in that is under way or over. */
export interface SignInProgress {
  id: string;
  way: (typeof signInWays)[number];
  brand: Brand;
  step: 'registering' | 'authorizing' | 'identifying' | 'done' | 'failed';
  /** Milliseconds since the epoch. */
  expiresAt: number;
  /** Where the user is to agree. */
  pageUrl?: string | undefined;
  /** What that page shows as well. */
  userCode?: string | undefined;
  appId?: string | undefined;
  /** Why it failed. */
  error?: ErrorData | undefined;
}

/** What one scope allows, as far as a live call could tell. */
export interface ScopeStatus {
  scope: string;
  state: 'held' | 'missing' | 'unknown';
  /** Where it can be granted. */
  helpUrl?: string | undefined;
  /** Why it is not known. */
  error?: ErrorData | undefined;
}

/** The answer to *Check*. */
export interface AccountCheck extends AccountStatus {
  scopes: ScopeStatus[];
  error?: ErrorData | undefined;
}
