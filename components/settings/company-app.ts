import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { brandSchema } from '../brand';
import { appIdShape, appSecretShape, scopeShape } from '../shapes';
import type { CompanyApp } from '../ui/options/options-deps';

/** What the administrator's policy says, in the shape of `public/policy-schema.json`. */
const policy = v.pipe(
  v.object({
    brand: v.fallback(brandSchema, 'feishu'),
    appId: v.pipe(v.string(), v.regex(appIdShape)),
    appSecret: v.pipe(v.string(), v.regex(appSecretShape)),
    scopes: v.fallback(
      v.pipe(v.array(v.pipe(v.string(), v.regex(scopeShape))), v.minLength(1), v.maxLength(20)),
      ['board:whiteboard:node:read'],
    ),
  }),
  v.transform(({ brand, appId, appSecret, scopes }): CompanyApp => ({
    brand,
    app: { id: appId, secret: appSecret },
    scopes,
  })),
);

/** The company's app, where the administrator has set one. Undefined for a policy that names none. */
export async function readCompanyApp(): Promise<CompanyApp | undefined> {
  const parsed = v.safeParse(policy, await browser.storage.managed.get(null).catch(() => ({})));
  return parsed.success ? parsed.output : undefined;
}
