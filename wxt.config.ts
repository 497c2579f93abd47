import { defineConfig } from 'wxt';
import { documentMatches } from './components/boards/page-url';
import { trimPolyfill } from './trim-polyfill';

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
