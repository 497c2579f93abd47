import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { documentMatches } from './components/boards/page-url';
import { licencesByPackage } from './test/setup/collect-licences.mjs';

/** Hosts that the extension itself asks: the Open API and the sign-in of each brand. */
const serviceHosts = ['open.feishu.cn', 'accounts.feishu.cn', 'open.larksuite.com', 'accounts.larksuite.com'];

/**
 * Its hash is the extension's id in Chromium: with it the redirect URL that an app has to know, and the name that
 * policies use, are the same on every machine. The private half is needed by no one and was thrown away.
 * Source: https://developer.chrome.com/docs/extensions/reference/manifest/key
 */
const publicKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwcHAEFNsQulwOkBpozfW+Upf6O8+mlRzRGiqQk/FUhp1hqtXBlUmdqC7s/BkPKiilchxd+RTMmlSOTRIVY1GNAeroSMnkqTaZFK1QvazdN2uo6EoMi61LYK7W30JnPBx2UMNm7nWQFKlWdAU2k6hMB++STgJWHzfrWPm9bAngohzkx/e1RaenSg59bM0QLkU/cI7gOfBTI3+m4XwVIU2QMMqRhuN6XR7bNy9rpt2iGmpGlYhpibeGV95WF3KvUassnga3OlBzWfSFdmuja/1CuGorXxVxSQ5A2E1PTV4uPi1jnDZ93yCKdYPYISyyx5SZdO+tCTRBVsRgr9CgnF+ewIDAQAB';

export default defineConfig({
  imports: false,
  hooks: {
    'build:publicAssets': (_, files) => {
      files.forEach((file, index) => {
        if (!('absoluteSrc' in file) || !file.relativeDest.endsWith('messages.json')) return;
        files[index] = { relativeDest: file.relativeDest, contents: bareMessages(file.absoluteSrc) };
      });
    },
  },
  zip: { excludeSources: ['demo-output/**', 'test-results/**', 'playwright-report/**'] },
  vite: ({ browser, mode }) => ({
    define: { BACKGROUND_HAS_DOM: JSON.stringify(browser === 'firefox' || browser === 'safari') },
    plugins: [trimPolyfill(), makeNoCode(), joinChunks(), tellLicences()],
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
    build: {
      sourcemap: false,
      // Everything lies on this disk: what a list of all chunks would save later, the popup would pay for at its start.
      modulePreload: false,
      // A fifteenth smaller than esbuild makes it, gzipped; what starts with the browser should be small.
      minify: mode === 'development' ? false : 'terser',
      terserOptions: {
        // Not `unsafe_arrows`: WXT does not know the scripts below by arrows.
        compress: { passes: 3, ecma: 2020 },
        // In brackets, by which WXT knows the scripts that are to leave no name behind and to hand over what they return.
        format: { ecma: 2020, wrap_iife: true },
      },
    },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    short_name: '__MSG_extension_short_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    ...(isChromium(browser)
      ? {
          minimum_chrome_version: '120',
          key: publicKey,
          storage: { managed_schema: 'policy-schema.json' },
        }
      : {}),
    permissions: [
      'alarms',
      'clipboardWrite',
      'contextMenus',
      'downloads',
      'scripting',
      'storage',
      // Firefox knows no `identity` to be asked for later; nor does it tell anybody of it.
      // Source: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json/optional_permissions
      ...(browser === 'firefox' ? ['identity'] : []),
      ...(isChromium(browser) ? ['offscreen'] : []),
    ],
    // A company's own deployment may be anywhere: asked for when its hosts are named.
    optional_host_permissions: ['https://*/*'],
    optional_permissions: isChromium(browser) ? ['identity', 'notifications'] : ['notifications'],
    host_permissions: [...serviceHosts.map((host) => `https://${host}/*`), ...documentMatches],
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+B', mac: 'MacCtrl+Shift+B' } },
      // Keys that neither browsers nor the documents take; each can be changed, and *next* has none until somebody wants it.
      'copy-board': {
        suggested_key: { default: 'Alt+Shift+W', mac: 'MacCtrl+Shift+W' },
        description: '__MSG_command_copy_board__',
      },
      'save-all': { description: '__MSG_command_save_all__' },
      'copy-next': { description: '__MSG_command_copy_next__' },
    },
    action: { default_title: '__MSG_extension_name__' },
    // What is asked of whom is held by the hosts' permissions; a company's hosts are not known here. Pages that ask
    // nobody say so themselves, in their HTML.
    content_security_policy: {
      extension_pages: `default-src 'self'; img-src 'self' blob: data:; connect-src 'self' https:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'board-saver@board-saver.example',
              // The first, on a desktop and on Android, that shows what `data_collection_permissions` says.
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {}),
  }),
});

/** Chrome, Edge and their relatives: one package does for all. */
function isChromium(browser: string): boolean {
  return browser !== 'firefox' && browser !== 'safari';
}

interface SourceMessage {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

/** The sentences of a language alone: without what is said to translators, and with `$1` for a placeholder's name. */
function bareMessages(path: string): string {
  const messages = JSON.parse(readFileSync(path, 'utf8')) as Record<string, SourceMessage>;
  const bare = Object.entries(messages).map(([key, { message, placeholders = {} }]) => {
    const short = message.replaceAll(
      /\$(\w+)\$/g,
      (whole, name: string) => placeholders[name.toLowerCase()]?.content ?? whole,
    );
    // "$1a$2" would be read as a placeholder named "1a".
    const isClear = !/\$\d[\w@]*\$/.test(short);
    return [key, isClear ? { message: short } : { message, placeholders }];
  });
  return JSON.stringify(Object.fromEntries(bare));
}

/**
 * Namespaces some of whose calls give no promises by themselves in the oldest Chromium that is supported: those of the
 * context menu do from 123 on, all others that are used here from 111 at the latest.
 * Source: https://developer.chrome.com/docs/extensions/reference/api
 */
const wrapped = ['contextMenus'];

/**
 * Takes the description of all other namespaces out of `webextension-polyfill`: two kilobytes and more of every
 * script. A namespace that it has no description of, it hands through as the browser has it.
 */
function trimPolyfill(): Plugin {
  const describe = (metadata: string): string => {
    const all = JSON.parse(metadata) as Record<string, unknown>;
    return JSON.stringify(Object.fromEntries(wrapped.map((name) => [name, all[name]])));
  };
  const cuts: readonly [RegExp, (found: string) => string][] = [
    [/(?<=const apiMetadata = )\{[\s\S]*?\n {6}\}(?=;)/, describe],
    // What `devtools` and `privacy` are wrapped with.
    [/devtools: \{[\s\S]*?\n {8}\},/, () => ''],
    [/const onRequestFinishedWrappers = [\s\S]*?\n {6}\}\);/, () => ''],
    [/const settingMetadata = [\s\S]*?\n {6}\};/, () => ''],
    [/apiMetadata\.privacy = [\s\S]*?\n {6}\};/, () => ''],
    // That there is a description.
    [/if \(Object\.keys\(apiMetadata\)\.length === 0\) \{[^}]*\}/, () => ''],
    // Calls that some browser takes no callback for: none of those that are described.
    [
      /if \(metadata\.fallbackToNoCallback\) \{[\s\S]*?\} else \{\s*(?=target\[name\]\(\.\.\.args, makeCallback)([^}]*\}, metadata\)\);)\s*\}/,
      (found) => found.slice(found.lastIndexOf('target[name](...args, makeCallback'), found.lastIndexOf('}')),
    ],
    // How many arguments a call has: the compiler sees to that.
    [/if \(args\.length [<>] metadata\.m\w+Args\) \{\s*throw [^\n]*\s*\}/g, () => ''],
    [/const pluralizeArguments = [^\n]*/, () => ''],
  ];
  return {
    name: 'trim-polyfill',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('webextension-polyfill/dist/browser-polyfill.js')) return undefined;
      const trimmed = cuts.reduce((text, [part, instead]) => {
        if (!part.test(text)) throw new Error('webextension-polyfill is not as it was: see wxt.config.ts');
        return text.replace(part, instead);
      }, code);
      return { code: trimmed, map: null };
    },
  };
}

/** Takes out of a library of JSZip's that it would make code of a string: no page here may, and stores ask about it. */
function makeNoCode(): Plugin {
  return {
    name: 'make-no-code',
    enforce: 'pre',
    transform(code, id) {
      const made = code.replace(/new Function\(""\s*\+\s*\w+\)/g, 'undefined');
      return id.includes('node_modules/') && made !== code ? { code: made, map: null } : undefined;
    },
  };
}

/**
 * What several pages share, in two chunks: left alone it would be a dozen of some hundred bytes each, and a popup
 * waits for every file that it asks for. The first is also the start of Firefox's background.
 */
const sharedChunks: readonly [string, RegExp][] = [
  [
    'shared',
    /node_modules\/(webextension-polyfill|valibot|@wxt-dev\/browser)\/|node_modules\/wxt\/dist\/browser|preload-helper|wxt-html-plugins|components\/(errors|i18n\/(?!format-percent)[\w-]+|image-store\/stored-image-schema|messaging\/(envelope|send)|settings\/(?!host-access|notice-access|company-app|company-pages|allowed-recipe|settings-file)[\w-]+|boards\/block-address)\.ts$/,
  ],
  [
    'view',
    /node_modules\/preact\/|components\/(finding\/shown-lists|messaging\/watch|saving\/copy-to-clipboard|settings\/(host|notice)-access|ui\/(?!error-note)[\w-]+\.tsx?$|ui\/icons\/|ui\/popup\/(fresh-switch|job-counts|limiter|listed-board|picture-words|popup-context|row-status|saved-result|use-action|use-picture|use-topic)\.)|entrypoints\/popup\/fetch-to-copy\.ts$/,
  ],
];

/** Only where there are chunks at all: content scripts and Chromium's background are one file each. */
function joinChunks(): Plugin {
  return {
    name: 'join-chunks',
    outputOptions: (options) =>
      options.format !== 'es' || options.inlineDynamicImports
        ? null
        : { ...options, manualChunks: (id) => sharedChunks.find(([, those]) => those.test(id))?.[0] },
  };
}

/** Bundles nothing whose licence the packages do not tell. */
function tellLicences(): Plugin {
  const told = licencesByPackage(fileURLToPath(new URL('.', import.meta.url)));
  return {
    name: 'tell-licences',
    generateBundle(_, files) {
      const chunks = Object.values(files).filter((file) => file.type === 'chunk');
      const modules = chunks.flatMap((chunk) => Object.entries(chunk.modules));
      const packages = modules
        .filter(([, { renderedLength }]) => renderedLength > 0)
        .map(([id]) => /.*\bnode_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1])
        .filter((name) => name !== undefined);
      const untold = new Set(packages.filter((name) => !told.has(name)));
      if (untold.size > 0) this.error(`bundled without a licence that is told: ${[...untold].join(', ')}`);
    },
  };
}
