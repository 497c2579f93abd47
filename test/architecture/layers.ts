/**
 * Who may import whom, as `components/README.md` says it under the same heading. Whatever is not named here may
 * be imported for its types only.
 */

/** Parts of `components/` whose values anybody may use: they know nothing and do nothing by themselves. */
export const common: ReadonlySet<string> = new Set([
  'errors',
  'error-remedies',
  'brand',
  'board-recipe',
  'picture-notes',
  'job-output',
  'shapes',
  'error-data',
  'way-failures',
  'once',
  'share-next',
]);

const uses = ['feishu', 'account', 'images', 'image-store', 'settings', 'boards'];
const views = ['messaging', 'settings', 'i18n', 'boards'];

/** The parts that are no leaves, each with the parts whose values it may import. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  diagnosis: ['boards'],
  finding: uses,
  saving: [...uses, 'finding'],
  deck: ['boards', 'images', 'saving'],
  tasks: [...uses, 'finding', 'saving', 'deck', 'messaging', 'clock'],
  ui: views,
  'page-menu': ['boards', 'i18n'],
  'page-toolbar': [...views, 'dragging'],
};

/** Whether `part` may import values, not just types, from its sibling `sibling`. */
export function mayImportValues(part: string, sibling: string): boolean {
  return part === sibling || common.has(sibling) || (mayImport[part] ?? []).includes(sibling);
}

/** Where the browser's API may be used: files, or folders with a slash at the end. */
const browserPlaces = [
  'entrypoints/',
  'components/messaging/',
  'components/settings/',
  'components/i18n/',
  'components/saving/save-file.ts',
];

/** Whether the file may use `webextension-polyfill`, WXT at run time, `browser` or `chrome`. */
export function mayUseBrowser(path: string): boolean {
  return browserPlaces.some((place) => path === place || (place.endsWith('/') && path.startsWith(place)));
}

/** Whether a package is the browser's API under one of its names. */
export function isBrowserPackage(specifier: string): boolean {
  return /^(webextension-polyfill|wxt|@wxt-dev\/[^/]+|#imports)($|\/)/.test(specifier);
}
