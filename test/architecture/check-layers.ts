import { posix } from 'node:path';
import { type ImportOf, importsOf } from './imports-of';
import { isBrowserPackage, mayImportValues, mayUseBrowser } from './layers';
import { namesUsed } from './names-used';

/** Sources by their path below the project's folder, with forward slashes. */
export type Sources = ReadonlyMap<string, string>;

/** Each breach of the layering in one sentence: `components/a/x.ts imports … : why not`. */
export function checkLayers(sources: Sources): string[] {
  return [...sources].flatMap(([path, source]) => {
    if (!/\.(m?ts|tsx)$/.test(path)) return [];
    const breaches = importsOf(path, source).flatMap((imported) => {
      const why = whyForbidden(path, imported);
      return why === undefined ? [] : [`${path} imports ${imported.specifier}: ${why}`];
    });
    return [...breaches, ...globalsOf(path, source)];
  });
}

function whyForbidden(path: string, { specifier, typeOnly }: ImportOf): string | undefined {
  const target = resolve(path, specifier);
  const part = partOf(path);
  if (target === undefined) {
    const isForeign = part !== undefined && isBrowserPackage(specifier) && !typeOnly && !mayUseBrowser(path);
    return isForeign ? 'the browser’s API is not for this part' : undefined;
  }
  if (target.startsWith('entrypoints/') && entrypointOf(target) !== entrypointOf(path)) {
    return 'nobody imports entrypoints';
  }
  if (!path.startsWith('test/') && target.startsWith('test/')) return 'the product never imports its tests';
  const sibling = partOf(target);
  if (part === undefined || sibling === undefined || typeOnly || mayImportValues(part, sibling))
    return undefined;
  return `${part} may import only types from ${sibling}`;
}

/** The path that a relative or aliased specifier means; nothing for a package. */
function resolve(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  return /^(?:@@?|~~?)\/(.*)$/.exec(specifier)?.[1] ?? /^\/(.*)$/.exec(specifier)?.[1];
}

/** `boards` for `components/boards/x.ts`, `errors` for `components/errors.ts`, nothing outside of `components/`. */
function partOf(path: string): string | undefined {
  return /^components\/([^/.]+)/.exec(path)?.[1];
}

/** `popup` for `entrypoints/popup/main.tsx`, `content` for `entrypoints/content.ts`. */
function entrypointOf(path: string): string | undefined {
  return /^entrypoints\/([^/.]+)/.exec(path)?.[1];
}

/** Uses of the API that need no import. */
function globalsOf(path: string, source: string): string[] {
  if (partOf(path) === undefined || mayUseBrowser(path)) return [];
  return namesUsed(path, source)
    .filter((name) => name === 'browser' || name === 'chrome')
    .map((name) => `${path} uses ${name}: the browser’s API is not for this part`);
}
