import { language } from './language';

const made = new Map<string, Intl.NumberFormat>();

/** A format of the reader's language. Making one takes far longer than using it, and a list uses it hundreds of times. */
export function numberFormat(options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const tag = language();
  const key = JSON.stringify([tag, options]);
  const format = made.get(key) ?? new Intl.NumberFormat(tag, options);
  made.set(key, format);
  return format;
}
