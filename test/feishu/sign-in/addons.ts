import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { defaultTemplate, isKnownScope } from './scope-catalogue';

const names = v.exactOptional(v.array(v.pipe(v.string(), v.nonEmpty())));
const both = v.strictObject({ tenant: names, user: names });

/** What the official SDK may send (`AppAddons`). */
const addonsSchema = v.strictObject({
  preset: v.exactOptional(v.boolean()),
  scopes: v.exactOptional(both),
  events: v.exactOptional(v.strictObject({ items: v.exactOptional(both) })),
  callbacks: v.exactOptional(v.strictObject({ items: names })),
});

/**
 * The scopes of a new app, out of the `addons` parameter: base64url(gzip(JSON)). The page drops the whole of it
 * without a word where its shape is not the one it knows, and names that it has never heard of one by one.
 */
export function scopesOfNewApp(addons: string | null): string[] {
  const parsed = addons === null ? undefined : v.safeParse(addonsSchema, unpack(addons));
  if (!parsed?.success) return [...defaultTemplate];
  const { preset = true, scopes } = parsed.output;
  const asked = [...(scopes?.tenant ?? []), ...(scopes?.user ?? [])].filter(isKnownScope);
  return [...new Set([...(preset ? defaultTemplate : []), ...asked])];
}

function unpack(addons: string): unknown {
  if (!/^[\w-]+$/.test(addons)) return undefined;
  try {
    return JSON.parse(gunzipSync(Buffer.from(addons, 'base64url')).toString()) as unknown;
  } catch {
    return undefined;
  }
}
