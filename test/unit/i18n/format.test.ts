import { beforeEach, describe, expect, it } from 'vitest';
import { formatBytes } from '../../../components/i18n/format-bytes';
import { formatAge, formatDuration, formatTime } from '../../../components/i18n/format-time';
import { setLocale } from './fake-i18n';

const now = new Date(2026, 10, 22, 14, 2).getTime();
const minute = 60_000;

beforeEach(() => setLocale('en'));

describe('formatBytes', () => {
  it.each([
    [0, '0 kB'],
    [812, '0.8 kB'],
    [34_250, '34 kB'],
    [999_600, '1 MB'],
    [1_240_000, '1.2 MB'],
    [200_000_000, '200 MB'],
    [3_400_000_000, '3.4 GB'],
  ])('writes %d bytes as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});

describe('formatAge', () => {
  it.each([
    [0, 'just now'],
    [5 * minute, '5 minutes ago'],
    [60 * minute, '1 hour ago'],
    [24 * 60 * minute, 'yesterday'],
  ])('says how old %d ms are: %s', (age, text) => {
    expect(formatAge(now - age, now)).toBe(text);
  });

  it('takes a time in the future, from a clock that was set back, for now', () => {
    expect(formatAge(now + minute, now)).toBe('just now');
  });

  it('speaks Chinese', () => {
    setLocale('zh_CN');
    expect(formatAge(now - 5 * minute, now)).toBe('5分钟前');
  });
});

describe('formatTime', () => {
  it('is the time alone on the same day', () => {
    setLocale('en', 'en-GB');
    expect(formatTime(now, now)).toBe('14:02');
  });

  it('has the date on another day', () => {
    setLocale('en', 'en-GB');
    expect(formatTime(now - 48 * 60 * minute, now)).toBe('20 Nov 2026, 14:02');
  });
});

describe('formatDuration', () => {
  it('counts in seconds, then in minutes', () => {
    expect(formatDuration(200)).toBe('1 second');
    expect(formatDuration(30_000)).toBe('30 seconds');
    expect(formatDuration(5 * minute)).toBe('5 minutes');
  });
});
