import { language } from './language';

/** A share as the reader's language writes it: `50%` for 0.5. */
export function formatPercent(share: number): string {
  return new Intl.NumberFormat(language(), { style: 'percent' }).format(share);
}
