import { numberFormat } from './number-format';

/** A number as the reader's language writes it: `1,920`. */
export function formatNumber(value: number): string {
  return numberFormat().format(value);
}
