import * as v from 'valibot';
import { brandSchema } from '../brand';
import { appIdShape, appSecretShape } from '../shapes';

/** What goes into headers and forms. */
const secret = v.pipe(v.string(), v.minLength(1), v.maxLength(16_384));

/** An app of the developer console, which renewing a token needs. */
export const appCredentials = v.object({
  id: v.pipe(v.string(), v.regex(appIdShape)),
  secret: v.pipe(v.string(), v.regex(appSecretShape)),
});

/** A host name, as it stands in an address: lower case, with its port where that is not 443. */
const host = v.pipe(v.string(), v.regex(/^[a-z\d.-]{1,253}(:\d{1,5})?$/));

/** Where a company's own deployment answers. */
export const hostsSchema = v.object({ open: host, accounts: host });

export const account = v.object({
  brand: brandSchema,
  /** Of a company's own deployment: the tokens go there and nowhere else, whatever the settings say later. */
  hosts: v.optional(hostsSchema),
  /** Missing: the sign-in has ended and has to be renewed by its user; what was kept for the account stays. */
  token: v.optional(secret),
  tokenKind: v.picklist(['user', 'tenant']),
  /** Milliseconds since the epoch by this machine's clock, where it is known. */
  expiresAt: v.optional(v.number()),
  /** Single use. */
  refreshToken: v.optional(secret),
  /** What was granted, where it was told. */
  scopes: v.optional(v.array(v.string())),
  app: v.optional(appCredentials),
  /** Tells identities apart; part of the keys of what is stored for them. */
  accountId: v.pipe(v.string(), v.regex(/^[\w-]{1,128}$/)),
  /** The user's name, where it could be learned. */
  name: v.optional(v.string()),
  /** Milliseconds since the epoch. */
  signedInAt: v.number(),
  /** Whether it is forgotten when the browser closes. */
  forget: v.optional(v.boolean()),
});

/** Who is signed in at one brand. */
export type Account = v.InferOutput<typeof account>;
