import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { language } from '../../../components/i18n/language';
import { t, type MessageKey } from '../../../components/i18n/t';
import { tCount } from '../../../components/i18n/t-count';
import { setLocale } from './fake-i18n';

beforeEach(() => setLocale('en'));

describe('t', () => {
  it('fills a single placeholder', () => {
    expect(t('board_number', 3)).toBe('Board 3');
  });

  it('fills several placeholders in order', () => {
    expect(t('popup_selected', [3, 1200])).toBe('3 of 1,200 selected');
  });

  it('speaks Chinese in a Chinese browser', () => {
    setLocale('zh_CN');
    expect(t('board_number', 3)).toBe('画板 3');
  });

  it('shows the key rather than a blank where a message is missing', () => {
    expect(t('no_such_key' as MessageKey)).toBe('no_such_key');
  });

  it('shows the key where the browser has no i18n', () => {
    Object.assign(fakeBrowser, { i18n: undefined });
    expect(t('settings')).toBe('settings');
  });
});

describe('tCount', () => {
  it('chooses the singular and the plural', () => {
    expect(tCount('popup_boards', 1)).toBe('1 board');
    expect(tCount('popup_boards', 0)).toBe('0 boards');
    expect(tCount('popup_boards', 1234)).toBe('1,234 boards');
  });

  it('puts further substitutions after the number', () => {
    expect(tCount('options_cache_usage', 2, ['1 MB', '200 MB'])).toBe('2 pictures, 1 MB of 200 MB');
  });
});

describe('language', () => {
  it("keeps the region of the browser's language", () => {
    setLocale('en', 'en-GB');
    expect(language()).toBe('en-GB');
  });

  it('follows the words where the browser speaks a language that has no locale file', () => {
    setLocale('en', 'fr-FR');
    expect(language()).toBe('en');
  });

  it('follows the words where the browser names no known language', () => {
    setLocale('en', 'en-x_!');
    expect(language()).toBe('en');
  });
});
