import type { Listing } from './listing';

/** What a store takes. Lengths are in UTF-16 units, as the stores' forms count them. */
interface Store {
  name: number;
  summary: number;
  description: { least: number; most: number };
  /** Of a permission, where the store asks; undefined: it asks for none. */
  reason: number | undefined;
  screenshots: number;
}

/**
 * Sources: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json/name (names),
 * https://developer.chrome.com/docs/webstore/cws-dashboard-listing,
 * https://developer.chrome.com/docs/webstore/cws-dashboard-privacy,
 * https://learn.microsoft.com/microsoft-edge/extensions-chromium/publish/publish-extension,
 * https://mozilla.github.io/addons-server/topics/api/addons.html
 */
export const stores: Readonly<Record<'chrome' | 'edge' | 'firefox', Store>> = {
  chrome: {
    name: 75,
    summary: 132,
    description: { least: 1, most: 16_000 },
    reason: 1000,
    screenshots: 5,
  },
  edge: {
    name: 45,
    summary: 132,
    description: { least: 250, most: 10_000 },
    reason: 1000,
    screenshots: 6,
  },
  firefox: {
    name: 50,
    summary: 250,
    description: { least: 1, most: 15_000 },
    reason: undefined,
    screenshots: 10,
  },
};

/** What a store would refuse of a listing, in words. */
export function faultsOf(listing: Listing, store: Store): string[] {
  const { name, summary, description, permissions, screenshots } = listing;
  const tooLong = (what: string, text: string, most: number): string[] =>
    text.length > 0 && text.length <= most ? [] : [`${what}: ${text.length} of 1 to ${most} characters`];
  const { least, most } = store.description;
  return [
    ...tooLong('name', name, store.name),
    ...tooLong('summary', summary, store.summary),
    ...tooLong('description', description, most),
    ...(description.length < least ? [`description: ${description.length} of at least ${least}`] : []),
    ...[...permissions].flatMap(([permission, reason]) =>
      tooLong(permission, reason, store.reason ?? Number.MAX_SAFE_INTEGER),
    ),
    ...(screenshots.size > 0 && screenshots.size <= store.screenshots
      ? []
      : [`screenshots: ${screenshots.size} of 1 to ${store.screenshots}`]),
  ];
}
