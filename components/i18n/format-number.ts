import { language } from './language';

/** A number as the reader's language writes it: `1,920`. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(language()).format(value);
}
