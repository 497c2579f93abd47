import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { BoardRecipe } from '../board-recipe';

/** What the administrator has fixed or forbidden, in the shape of `public/policy-schema.json`, less the company's app. */
export interface Policy {
  /** Values of settings, by their names, that the user cannot change. */
  locked: Readonly<Record<string, unknown>>;
  /** Values of settings that hold until the user chooses. */
  defaults: Readonly<Record<string, unknown>>;
  /** Whether boards may be put on the clipboard. */
  allowClipboard: boolean;
  /** Whether users may have apps of their own made. */
  allowCreatingApps: boolean;
  /** What boards may be saved as, best first; undefined: as anything. */
  allowedFormats?: readonly BoardRecipe['format'][] | undefined;
}

const values = v.fallback(v.record(v.string(), v.unknown()), {});
const allowed = v.fallback(v.boolean(), true);
const format = v.picklist(['as-served', 'png', 'jpeg', 'webp', 'svg']);

const schema = v.pipe(
  v.object({
    company: v.optional(v.unknown()),
    locked: v.optional(values, {}),
    defaults: v.optional(values, {}),
    allowClipboard: v.optional(allowed, true),
    allowCreatingApps: v.optional(allowed, true),
    allowedFormats: v.fallback(v.optional(v.pipe(v.array(format), v.minLength(1))), undefined),
  }),
  // The company's hosts are a setting like any other, and always fixed.
  v.transform(({ company, ...policy }): Policy =>
    company === undefined ? policy : { ...policy, locked: { ...policy.locked, company } },
  ),
);

/**
 * What the administrator's policy says now. What cannot be read of it counts as not said; where there is no policy,
 * nothing is fixed.
 * Sources: https://developer.chrome.com/docs/extensions/reference/manifest/storage;
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/storage/managed
 */
export async function readPolicy(): Promise<Policy> {
  // Firefox rejects where there is no policy, and content scripts are kept from it.
  return v.parse(schema, await browser.storage.managed.get(null).catch(() => ({})));
}
