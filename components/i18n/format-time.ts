import { language } from './language';
import { numberFormat } from './number-format';
import { t } from './t';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago `at` was, seen from `now` (both ms since the epoch): `just now`, `5 minutes ago`, `yesterday`. */
export function formatAge(at: number, now: number): string {
  const age = Math.max(0, now - at);
  if (age < minute) return t('age_now');
  const format = relativeFormat(language());
  if (age < hour) return format.format(-Math.floor(age / minute), 'minute');
  if (age < day) return format.format(-Math.floor(age / hour), 'hour');
  return format.format(-Math.floor(age / day), 'day');
}

const relativeFormats = new Map<string, Intl.RelativeTimeFormat>();

/** Making one takes far longer than using it, and a list uses it hundreds of times. */
function relativeFormat(tag: string): Intl.RelativeTimeFormat {
  const format = relativeFormats.get(tag) ?? new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  relativeFormats.set(tag, format);
  return format;
}

/** The point in time `at` as seen from `now` (both ms since the epoch): the time alone on the same day. */
export function formatTime(at: number, now: number): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(language(), {
    timeStyle: 'short',
    ...(isToday ? {} : { dateStyle: 'medium' }),
  }).format(at);
}

/** A span of `ms` milliseconds in whole seconds or, from two minutes on, minutes: `30 seconds`. */
export function formatDuration(ms: number): string {
  const inMinutes = ms >= 2 * minute;
  return numberFormat({
    style: 'unit',
    unit: inMinutes ? 'minute' : 'second',
    unitDisplay: 'long',
  }).format(Math.max(1, Math.ceil(ms / (inMinutes ? minute : 1000))));
}
