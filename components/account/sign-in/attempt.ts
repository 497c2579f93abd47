import * as v from 'valibot';
import { brandSchema } from '../../brand';
import { errorDataSchema } from '../../error-data';
import { signInWays } from '../../shapes';
import { appCredentials, hostsSchema } from '../account';

const text = v.pipe(v.string(), v.maxLength(16_384));

/**
 * One sign-in from its begin to its end, as it lies on disk (sealed): whoever finds it can go on with it.
 * `registering`: an app is being made for the user · `authorizing`: the user is asked to agree ·
 * `identifying`: there are tokens, and whose they are is being asked.
 */
export const attempt = v.object({
  id: v.string(),
  way: v.picklist(signInWays),
  brand: brandSchema,
  /** Of a company's own deployment. */
  hosts: v.optional(hostsSchema),
  step: v.picklist(['registering', 'authorizing', 'identifying', 'done', 'failed']),
  /** What the user is asked for, without `offline_access`. */
  scopes: v.array(v.string()),
  forget: v.boolean(),
  /** Milliseconds since the epoch: what the user has not agreed on by then is over. */
  expiresAt: v.number(),
  intervalMs: v.number(),
  pageUrl: v.optional(text),
  userCode: v.optional(v.string()),
  deviceCode: v.optional(text),
  app: v.optional(appCredentials),
  /** PKCE, and what tells our answer from another's. */
  verifier: v.optional(v.string()),
  state: v.optional(v.string()),
  redirectUri: v.optional(text),
  grant: v.optional(
    v.object({
      token: text,
      refreshToken: v.optional(text),
      lastsMs: v.optional(v.number()),
      scopes: v.optional(v.array(v.string())),
      receivedAt: v.number(),
    }),
  ),
  error: v.optional(errorDataSchema),
});

export type Attempt = v.InferOutput<typeof attempt>;

/** Whether somebody or something is still waited for. */
export function isUnderWay({ step }: { step: Attempt['step'] }): boolean {
  return step !== 'done' && step !== 'failed';
}
