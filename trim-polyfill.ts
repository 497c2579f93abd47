import type { Plugin } from 'vite';

/** Namespaces of the browser's API that this product uses, as far as the polyfill wraps them. */
const used = ['alarms', 'contextMenus', 'downloads', 'i18n', 'runtime', 'storage', 'tabs', 'windows'];

/**
 * Takes the description of namespaces that nobody here uses out of `webextension-polyfill`: a kilobyte and more
 * of every script. A namespace that it has no description of, it hands through as the browser has it.
 */
export function trimPolyfill(): Plugin {
  return {
    name: 'trim-polyfill',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('webextension-polyfill/dist/browser-polyfill.js')) return undefined;
      const trimmed = code.replace(/(?<=const apiMetadata = )\{[\s\S]*?\n {6}\}(?=;)/, (metadata) => {
        const all = JSON.parse(metadata) as Record<string, unknown>;
        return JSON.stringify(Object.fromEntries(used.map((name) => [name, all[name]])));
      });
      if (trimmed === code) throw new Error('webextension-polyfill is not as it was: see trim-polyfill.ts');
      return { code: trimmed, map: null };
    },
  };
}
