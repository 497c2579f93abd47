import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { documentMatches } from './components/boards/page-url';

export default defineConfig({
  imports: false,
  zip: { excludeSources: ['demo-output/**', 'test-results/**', 'playwright-report/**'] },
  vite: ({ browser }) => ({
    define: { BACKGROUND_HAS_DOM: JSON.stringify(browser === 'firefox' || browser === 'safari') },
    plugins: [trimPolyfill()],
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
    build: { sourcemap: false },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    short_name: '__MSG_extension_short_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    ...(browser === 'firefox' ? {} : { minimum_chrome_version: '120' }),
    permissions: [
      'alarms',
      'clipboardWrite',
      'contextMenus',
      'downloads',
      'scripting',
      'storage',
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    host_permissions: ['https://open.feishu.cn/*', 'https://open.larksuite.com/*', ...documentMatches],
    action: { default_title: '__MSG_extension_name__' },
    content_security_policy: {
      extension_pages:
        "default-src 'self'; img-src 'self' blob: data:; connect-src 'self' https://open.feishu.cn https://open.larksuite.com; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'board-saver@board-saver.example',
              strict_min_version: '128.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {}),
  }),
});

/** Namespaces of the browser's API that this product uses, as far as the polyfill wraps them. */
const used = ['alarms', 'contextMenus', 'downloads', 'i18n', 'runtime', 'storage', 'tabs', 'windows'];

/**
 * Takes the description of namespaces that nobody here uses out of `webextension-polyfill`: a kilobyte and more
 * of every script. A namespace that it has no description of, it hands through as the browser has it.
 */
function trimPolyfill(): Plugin {
  return {
    name: 'trim-polyfill',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('webextension-polyfill/dist/browser-polyfill.js')) return undefined;
      const trimmed = code.replace(/(?<=const apiMetadata = )\{[\s\S]*?\n {6}\}(?=;)/, (metadata) => {
        const all = JSON.parse(metadata) as Record<string, unknown>;
        return JSON.stringify(Object.fromEntries(used.map((name) => [name, all[name]])));
      });
      if (trimmed === code) throw new Error('webextension-polyfill is not as it was: see wxt.config.ts');
      return { code: trimmed, map: null };
    },
  };
}
