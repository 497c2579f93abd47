import { describe, expect, it } from 'vitest';
import { errorRemedies } from '../../../components/error-remedies';
import { localeFiles, type LocaleFile } from './fake-i18n';

const en: LocaleFile = localeFiles.en;
const others = Object.entries(localeFiles).filter(([locale]) => locale !== 'en');

describe.each(Object.entries<LocaleFile>(localeFiles))('locale file %s', (_, file) => {
  it('has no blank message', () => {
    const blank = Object.keys(file).filter((key) => !file[key]?.message.trim());
    expect(blank).toEqual([]);
  });

  it('declares exactly the placeholders that its messages use', () => {
    for (const [key, { message, placeholders = {} }] of Object.entries(file)) {
      const used = [...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => name);
      expect(new Set(Object.keys(placeholders)), key).toEqual(new Set(used));
    }
  });

  it('has one sentence and one way out for every error code', () => {
    for (const code of Object.keys(errorRemedies)) {
      const key = `error_${code.replaceAll('-', '_')}`;
      for (const text of [file[key]?.message, file[`${key}_help`]?.message]) {
        expect(text, key).toMatch(/^(?:[^.。！？!?]|\.(?=[a-z]))*[.。]$/);
      }
    }
  });

  it('has no error text without a code', () => {
    const known = new Set(
      Object.keys(errorRemedies).flatMap((code) => {
        const key = `error_${code.replaceAll('-', '_')}`;
        return [key, `${key}_help`];
      }),
    );
    const stray = Object.keys(file).filter((key) => key.startsWith('error_') && !known.has(key));
    expect(stray).toEqual([]);
  });

  it('keeps the lengths that stores and browsers allow', () => {
    expect(file['extension_name']?.message.length).toBeLessThanOrEqual(75);
    expect(file['extension_short_name']?.message.length).toBeLessThanOrEqual(12);
    expect(file['extension_description']?.message.length).toBeLessThanOrEqual(132);
  });
});

describe.each(others)('locale file %s beside en', (_, file: LocaleFile) => {
  it('has the same keys in the same order', () => {
    expect(Object.keys(file)).toEqual(Object.keys(en));
  });

  it('has the same placeholders, filled from the same places', () => {
    for (const [key, { placeholders = {} }] of Object.entries(file)) {
      expect(places(placeholders), key).toEqual(places(en[key]?.placeholders ?? {}));
    }
  });
});

function places(placeholders: Record<string, { content: string }>): Record<string, string> {
  return Object.fromEntries(Object.entries(placeholders).map(([name, { content }]) => [name, content]));
}
