import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import sharp from 'sharp';
import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../browser/launch-extension';
import { packForStore } from '../setup/pack-stores.mjs';
import { stores } from '../store/stores';
import { outputFolders, readTexts } from './output';

/**
 * What the stores refuse a package for, as far as a machine can tell. Sources:
 * https://developer.chrome.com/docs/extensions/reference/manifest,
 * https://developer.chrome.com/docs/extensions/reference/manifest/version,
 * https://developer.chrome.com/docs/webstore/program-policies/mv3-requirements,
 * https://learn.microsoft.com/microsoft-edge/extensions-chromium/developer-guide/port-chrome-extension (no update_url),
 * https://developer.chrome.com/docs/extensions/reference/manifest/key: a key is for unpacked extensions; the stores of
 * Chrome and Edge make their own and refuse a package that brings another.
 */

const text = v.string();
const packageSchema = v.looseObject({
  manifest_version: v.literal(3),
  name: text,
  description: text,
  short_name: text,
  version: text,
  default_locale: text,
  icons: v.record(text, text),
  permissions: v.array(text),
});

/** Permissions that make a reviewer ask, or users turn away: of hosts everywhere, histories, other extensions. */
const suspicious =
  /^(<all_urls>|tabs|history|bookmarks|cookies|webRequest\w*|management|debugger|proxy|nativeMessaging|unlimitedStorage|declarativeNetRequest\w*|privacy|browsingData)$/;

const [, chromeFolder = ''] = outputFolders.find(([browser]) => browser === 'chrome') ?? [];

describe('the package for Chrome and Edge', () => {
  let zip: JSZip;
  let manifest: v.InferOutput<typeof packageSchema>;
  beforeAll(async () => {
    zip = await JSZip.loadAsync(await packForStore(chromeFolder));
    manifest = v.parse(packageSchema, JSON.parse((await zip.file('manifest.json')?.async('string')) ?? ''));
  });

  test('has neither a key nor an address for updates, which the stores give', () => {
    expect(manifest).not.toHaveProperty('key');
    expect(manifest).not.toHaveProperty('update_url');
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  test('has a version of one to four numbers', () => {
    expect(manifest.version).toMatch(/^(0|[1-9]\d{0,4})(\.(0|[1-9]\d{0,4})){0,3}$/);
    expect(manifest.version.split('.').every((part) => Number(part) <= 65_535)).toBe(true);
    expect(manifest.version).not.toMatch(/^[0.]+$/);
  });

  test.each(languages)('has name and description of the right lengths in %s', (language) => {
    const messages = v.parse(
      v.record(text, v.looseObject({ message: text })),
      JSON.parse(readFileSync(join(chromeFolder, `_locales/${language}/messages.json`), 'utf8')),
    );
    const said = (key: string): string => messages[/^__MSG_(\w+)__$/.exec(key)?.[1] ?? '']?.message ?? '';
    const lengths = [said(manifest.name), said(manifest.description), said(manifest.short_name)].map(
      ({ length }) => length,
    );
    expect(Math.min(...lengths)).toBeGreaterThan(0);
    expect(lengths[0]).toBeLessThanOrEqual(Math.min(...Object.values(stores).map(({ name }) => name)));
    expect(lengths[1]).toBeLessThanOrEqual(132);
    expect(lengths[2]).toBeLessThanOrEqual(12);
  });

  test('has its default language, and icons that are what they say', async () => {
    expect(zip.file(`_locales/${manifest.default_locale}/messages.json`)).not.toBeNull();
    expect(Object.keys(manifest.icons)).toEqual(expect.arrayContaining(['16', '32', '48', '128']));
    for (const [size, path] of Object.entries(manifest.icons)) {
      const bytes = await zip.file(path.replace(/^\//, ''))?.async('nodebuffer');
      const { format, width, height } = await sharp(bytes).metadata();
      expect([path, format, width, height]).toEqual([path, 'png', Number(size), Number(size)]);
    }
  });

  test('asks for no permission that its code does not use, and for none that reviewers turn down', () => {
    expect(manifest.permissions.filter((one) => suspicious.test(one))).toEqual([]);
    const code = [...readTexts(chromeFolder)]
      .filter(([path]) => path.endsWith('.js'))
      .map(([, source]) => source);
    const isUsed = (permission: string): boolean => {
      // `browser.alarms.create`, `f(browser.alarms)`, `const { alarms } = browser`; the polyfill names more than is used.
      const use = String.raw`\.${permission}[.)]|[{,]${permission}(:\w+)?[^{}]*\}=`;
      const wanted = permission === 'clipboardWrite' ? /clipboard\.write/ : new RegExp(use);
      return code.some((source) => wanted.test(source));
    };
    expect(manifest.permissions.filter((one) => !isUsed(one))).toEqual([]);
  });
});
