import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { type BoardRecipe, formatSchema } from '../board-recipe';

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
  allowedFormats: readonly BoardRecipe['format'][] | undefined;
}

const formats = v.pipe(v.array(formatSchema), v.minLength(1));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const recordIn = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});

/**
 * What the administrator's policy says now. What cannot be read of it counts as not said; where there is no policy,
 * nothing is fixed.
 * Sources: https://developer.chrome.com/docs/extensions/reference/manifest/storage;
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/storage/managed
 */
export async function readPolicy(): Promise<Policy> {
  // Firefox rejects where there is no policy, and content scripts are kept from it.
  return parsePolicy(await browser.storage.managed.get(null).catch(() => ({})));
}

/** Calls `onChange` whenever the policy changes, or arrives: a browser may read it after it has begun. Returns how to stop. */
export function watchPolicy(onChange: () => void): () => void {
  const { managed } = browser.storage;
  managed.onChanged.addListener(onChange);
  return () => managed.onChanged.removeListener(onChange);
}

/** The same of what has been read already. */
export function parsePolicy(read: unknown): Policy {
  const said = recordIn(read);
  const allowed = v.safeParse(formats, said['allowedFormats']);
  return {
    // The company's hosts are a setting like any other, and always fixed.
    locked: { company: said['company'], ...recordIn(said['locked']) },
    defaults: recordIn(said['defaults']),
    allowClipboard: said['allowClipboard'] !== false,
    allowCreatingApps: said['allowCreatingApps'] !== false,
    allowedFormats: allowed.success ? allowed.output : undefined,
  };
}
