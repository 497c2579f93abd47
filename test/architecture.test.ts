import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { errorRemedies } from '../components/error-remedies';
import { checkBrowserNames } from './architecture/check-browser-names';
import { checkLayers } from './architecture/check-layers';
import { checkLoading } from './architecture/check-loading';
import { checkLocales } from './architecture/check-locales';
import { checkWords } from './architecture/check-words';
import {
  intendedHosts,
  intendedOptionalHosts,
  intendedOptionalPermissions,
  intendedPages,
  intendedPermissions,
} from './architecture/intended-permissions';
import { commonFiles, mappedFolders, mappedParts } from './architecture/maps';
import { permissionTable } from './architecture/permission-table';
import { common } from './architecture/layers';
import { projectFolder, readSources } from './architecture/read-sources';

const read = (path: string): string => readFileSync(`${projectFolder}${path}`, 'utf8');
const product = readSources(['components', 'entrypoints']);

describe('layers', () => {
  test('each part imports only what components/README.md allows', () => {
    expect(checkLayers(new Map([...product, ...readSources(['test'], /\.(m?ts|tsx)$/)]))).toEqual([]);
  });

  // prettier-ignore
  const broken: [what: string, path: string, source: string, breach: RegExp][] = [
    ['a leaf uses a part above it', 'components/feishu/client.ts', `import { save } from '../saving/save-board';`, /feishu may import only types from saving/],
    ['a leaf uses another leaf', 'components/images/sniff.ts', `import { put } from '../image-store/store';`, /images may import only types from image-store/],
    ['a leaf hands a sibling on', 'components/boards/board.ts', `export * from '../feishu/client';`, /boards may import only types from feishu/],
    ['a leaf loads a sibling later', 'components/account/token.ts', `await import('../settings/settings');`, /account may import only types from settings/],
    ['finding uses saving', 'components/finding/find.ts', `import { save } from '../saving/save-board';`, /finding may import only types from saving/],
    ['messaging uses a value', 'components/messaging/send.ts', `import { t } from '../i18n/t';`, /messaging may import only types from i18n/],
    ['a view skips messaging', 'components/ui/popup.tsx', `import { createClient } from '../feishu/client';`, /ui may import only types from feishu/],
    ['a view draws', 'components/ui/popup.tsx', `import { sniff } from '../images/sniff';`, /ui may import only types from images/],
    ['a part hides its way in an alias', 'components/feishu/client.ts', `import { t } from '@/components/i18n/t';`, /feishu may import only types from i18n/],
    ['a part uses the entrypoints', 'components/saving/a.ts', `import type { A } from '../../entrypoints/background';`, /nobody imports entrypoints/],
    ['one entrypoint uses another', 'entrypoints/popup/main.tsx', `import '../options/main';`, /nobody imports entrypoints/],
    ['the product uses a test', 'components/boards/a.ts', `import { a } from '../../test/feishu/seed';`, /never imports its tests/],
    ['a part without the browser imports it', 'components/boards/a.ts', `import browser from 'webextension-polyfill';`, /browser’s API/],
    ['the use of the browser spreads in saving', 'components/saving/job.ts', `import browser from 'webextension-polyfill';`, /browser’s API/],
    ['a part takes it from WXT', 'components/feishu/a.ts', `import { browser } from 'wxt/browser';`, /browser’s API/],
    ['a part takes it from nowhere', 'components/account/a.ts', `void chrome.storage.local.get();`, /uses chrome/],
    ['a part takes it from the global object', 'components/account/a.ts', `void globalThis.browser;`, /uses browser/],
  ];
  test.each(broken)('it is a breach when %s', (_what, path, source, breach) => {
    expect(checkLayers(new Map([[path, source]]))).toEqual([expect.stringMatching(breach)]);
  });

  // prettier-ignore
  const sound: [what: string, path: string, source: string][] = [
    ['a leaf fails', 'components/feishu/client.ts', `import { AppError } from '../errors';`],
    ['a leaf knows a type', 'components/feishu/client.ts', `import type { Board } from '../boards/board';`],
    ['a leaf knows types one by one', 'components/feishu/client.ts', `import { type Board } from '../boards/board';`],
    ['a part uses itself', 'components/feishu/client.ts', `import { pace } from './pace';`],
    ['saving uses finding', 'components/saving/a.ts', `import { findBoards } from '../finding/find-boards';`],
    ['a view asks', 'components/ui/popup.tsx', `import { send } from '../messaging/send';`],
    ['an entrypoint wires', 'entrypoints/background.ts', `import { a } from '../components/saving/a';`],
    ['an entrypoint has files', 'entrypoints/popup/main.tsx', `import './style.css';`],
    ['a test looks inside', 'test/unit/boards/a.test.ts', `import { a } from '../../../components/boards/a';`],
    ['saving writes a file', 'components/saving/save-file.ts', `import browser from 'webextension-polyfill';`],
    ['settings are stored', 'components/settings/a.ts', `import { storage } from 'wxt/utils/storage';`],
    ['the browser is only a type', 'components/ui/a.ts', `import type { Tabs } from 'webextension-polyfill';`],
    ['a word is only in a comment', 'components/boards/a.ts', `// chrome.storage is not for us\nexport {};`],
  ];
  test.each(sound)('it is no breach when %s', (_what, path, source) => {
    expect(checkLayers(new Map([[path, source]]))).toEqual([]);
  });
});

describe('maps', () => {
  const map = read('components/README.md');
  const namesIn = (folder: string): string[] =>
    readdirSync(`${projectFolder}${folder}`, { withFileTypes: true })
      .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
      .toSorted();

  test('components/README.md has a row for each part, and no other', () => {
    expect(mappedParts(map).toSorted()).toEqual(namesIn('components').filter((name) => name !== 'README.md'));
  });

  test('components/README.md names the files that anybody may use', () => {
    expect(commonFiles(map).toSorted()).toEqual([...common].map((part) => `${part}.ts`).toSorted());
  });

  test('README.md has a row for each folder of tests, and no other', () => {
    const folders = namesIn('test').filter((name) => name.endsWith('/'));
    expect(
      mappedFolders(read('README.md'))
        .filter((path) => path.startsWith('test/'))
        .toSorted(),
    ).toEqual(folders.map((name) => `test/${name}`));
  });
});

describe('loading', () => {
  const check = (source: string): string[] => checkLoading(new Map([['components/settings/a.ts', source]]));

  test('no part asks the browser for anything while it is loaded', () => {
    expect(checkLoading(product)).toEqual([]);
  });

  test.each([
    'const origins = browser.runtime.getManifest().host_permissions;',
    'export const area = { local: chrome.storage.local };',
  ])('it is a breach to begin with %s', (source) => {
    expect(check(source)).toEqual([expect.stringContaining('while it is loaded')]);
  });

  test.each([
    'export const origins = () => browser.runtime.getManifest().host_permissions;',
    'export function get() { return browser.storage.local.get(); }',
    'export const area = { get: async () => browser.storage.local.get() };',
    'export type Area = typeof browser.storage.local;',
  ])('it is no breach to define %s', (source) => {
    expect(check(source)).toEqual([]);
  });
});

describe('browsers', () => {
  const check = (source: string): string[] =>
    checkBrowserNames(new Map([['components/saving/save-file.ts', source]]));

  test('what is done depends on what a browser can, never on which one it is', () => {
    expect(checkBrowserNames(product)).toEqual([]);
  });

  test.each([
    `if (navigator.userAgent.includes('Firefox')) save();`,
    'if (import.meta.env.FIREFOX) save();',
    'const { name } = await browser.runtime.getBrowserInfo();',
  ])('it is a breach to ask %s', (source) => {
    expect(check(source)).toHaveLength(1);
  });

  test('it is none to ask for a feature', () => {
    expect(check('if (browser.menus?.onShown) refresh();')).toEqual([]);
  });
});

describe('words', () => {
  const english = {
    hello: { message: 'Hello $NAME$', placeholders: { name: { content: '$1' } } },
    error_gone: { message: 'It is gone.' },
    error_gone_help: { message: 'Look elsewhere.' },
  };
  const check = (chinese: object, source = `t('hello')`, errorCodes = ['gone']): string[] =>
    checkLocales({
      locales: new Map([
        ['en', JSON.stringify(english)],
        ['zh_CN', JSON.stringify(chinese)],
      ]),
      errorCodes,
      sources: new Map([['a.ts', source]]),
    });

  test('each locale has each sentence, each error code its two, and none is without use', () => {
    const locales = new Map(
      [...readSources(['public/_locales'])].map(([path, text]) => [path.split('/')[2] ?? '', text]),
    );
    expect([...locales.keys()].toSorted()).toEqual(['en', 'ja', 'zh_CN', 'zh_TW']);
    const sources = new Map([...product, ['wxt.config.ts', read('wxt.config.ts')]]);
    expect(checkLocales({ locales, errorCodes: Object.keys(errorRemedies), sources })).toEqual([]);
  });

  test('a full set has no fault', () => {
    expect(check(english)).toEqual([]);
  });

  test('a sentence that one language lacks is a fault', () => {
    const { hello: _hello, ...rest } = english;
    expect(check(rest)).toEqual(['zh_CN: hello is missing']);
  });

  test('a sentence that only one language has is a fault', () => {
    expect(check({ ...english, bye: { message: 'Bye' } })).toEqual(['zh_CN: bye is not in en']);
  });

  test('a sentence that drops what it should name is a fault', () => {
    expect(check({ ...english, hello: { message: '你好' } })).toEqual([
      'zh_CN: hello has other placeholders than in en',
    ]);
  });

  test('an error code without its sentences is a fault', () => {
    const faults = check(english, `t('hello')`, ['gone', 'not-there']);
    expect(faults).toContain('en: error_not_there is missing');
    expect(faults).toContain('zh_CN: error_not_there_help is missing');
  });

  test('a sentence that nobody uses, and one that nobody wrote, are faults', () => {
    expect(check(english, `t('bye')`)).toEqual(['hello is used nowhere', 'bye is used and is not in en']);
  });

  test('views hold no sentence of their own', () => {
    expect(checkWords(product)).toEqual([]);
  });

  test('a sentence in a view is found', () => {
    const view = `export const a = <p title="Save it" class="big">Save <b>{t('all')}</b></p>;`;
    expect(checkWords(new Map([['components/ui/a.tsx', view]]))).toHaveLength(2);
  });
});

describe('permissions', () => {
  const rows = permissionTable(read('README.md'));

  test('README.md explains each permission that is asked for, and no other', () => {
    const asked = [intendedPermissions, intendedOptionalPermissions].flatMap((of) =>
      Object.values(of).flat(),
    );
    expect(rows.flatMap(({ named }) => named).toSorted()).toEqual([...new Set(asked)].toSorted());
    expect(rows.flatMap(({ patterns }) => patterns).toSorted()).toEqual(
      [...intendedHosts, ...intendedPages, ...intendedOptionalHosts].toSorted(),
    );
  });

  test('README.md says of each why, when, and what happens without it', () => {
    const empty = rows.filter(({ why, when, without }) => !why || !when || !without);
    expect(empty).toEqual([]);
  });

  test('README.md says which are asked for later', () => {
    const optional: readonly string[] = Object.values(intendedOptionalPermissions).flat();
    const asked = rows.filter(({ when, named }) => named.length > 0 && when.startsWith('asked for when'));
    expect(asked.flatMap(({ named }) => named).toSorted()).toEqual([...new Set(optional)].toSorted());
  });
});
