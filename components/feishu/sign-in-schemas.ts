import * as v from 'valibot';
import type { Brand } from '../boards/board';
import { appIdShape, appSecretShape, scopeShape } from '../shapes';
import { loose } from './loose';

/** The replies of the sign-in endpoints, as far as this product uses them. */

/** What can stand in a header or a form, and no more than 16 KB of it. */
const secret = v.pipe(v.string(), v.regex(/^[\x21-\x7E]{1,16384}$/));

/** A span in seconds as milliseconds: more than none, less than ten years. */
const seconds = v.pipe(
  v.number(),
  v.minValue(1),
  v.maxValue(315_360_000),
  v.transform((given) => Math.floor(given * 1000)),
);

/** Tokens, as every grant of the token endpoint gives them. */
export const tokenGrant = v.pipe(
  v.object({
    // Any other is a failure's, whatever else is there.
    code: v.optional(v.custom<0>((code) => typeof code !== 'number' || code === 0)),
    access_token: secret,
    expires_in: loose(seconds),
    refresh_token: loose(secret),
    scope: loose(v.string()),
  }),
  v.transform((reply) => ({
    token: reply.access_token,
    /** Milliseconds from now. */
    lastsMs: reply.expires_in,
    refreshToken: reply.refresh_token,
    scopes: reply.scope?.split(/\s+/).filter((scope) => scopeShape.test(scope)),
  })),
);

/** What somebody who signed in is given. */
export type TokenGrant = v.InferOutput<typeof tokenGrant>;

/**
 * RFC 8628, section 3.2. Where no interval is told, it is five seconds. The lifetime is read by the name that some
 * SDKs have for it, too. `untoldMs`: how long the code is taken to live where the server does not say.
 */
const pageLasting = (untoldMs: number) =>
  v.pipe(
    v.object({
      device_code: secret,
      user_code: v.fallback(v.pipe(v.string(), v.regex(/^[\w-]{1,32}$/)), ''),
      verification_uri_complete: v.pipe(v.string(), v.maxLength(4096)),
      expires_in: loose(seconds),
      expire_in: loose(seconds),
      interval: v.fallback(v.pipe(v.number(), v.minValue(0), v.maxValue(60)), 5),
    }),
    v.transform((reply) => ({
      deviceCode: reply.device_code,
      userCode: reply.user_code,
      /** Not yet known to lead where it should. */
      url: reply.verification_uri_complete,
      lastsMs: reply.expires_in ?? reply.expire_in ?? untoldMs,
      // However fast a server would have it: a person is waited for.
      intervalMs: Math.max(1000, reply.interval * 1000),
    })),
  );

/**
 * Where the user agrees to sign in. Untold, the code lives as long as the official command-line tool takes it to.
 * Source: https://github.com/larksuite/cli
 */
export const devicePage = pageLasting(240_000);

/**
 * Where the user agrees to a new app. Untold, its code lives the hour that both brands' answers were seen to name: giving
 * up before would lose an app that the user makes after that. Source: https://github.com/multica-ai/multica/pull/8370
 */
export const registrationPage = pageLasting(3_600_000);

/** A page that somebody has to agree on, and how to hear whether they did. */
export type DevicePage = v.InferOutput<typeof devicePage>;

/** A new app. Its secret is empty where the app is at home with the other brand. */
export const registered = v.pipe(
  v.object({
    client_id: v.pipe(v.string(), v.regex(appIdShape)),
    client_secret: v.fallback(v.pipe(v.string(), v.regex(appSecretShape)), ''),
    user_info: loose(v.object({ tenant_brand: loose(v.picklist(['feishu', 'lark'])) })),
  }),
  v.transform((reply) => ({
    id: reply.client_id,
    secret: reply.client_secret,
    brand: reply.user_info?.tenant_brand satisfies Brand | undefined,
  })),
);

/** An app that was just registered, as far as one host can tell. */
export type Registered = v.InferOutput<typeof registered>;
