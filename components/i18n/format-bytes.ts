import { numberFormat } from './number-format';

const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size of `bytes` bytes: `34 kB`, `1.2 MB`. Decimal units, as file managers and browsers show them. */
export function formatBytes(bytes: number): string {
  let value = bytes / 1000;
  let step = 0;
  // 999.5 and more would be written as 1,000.
  while (value >= 999.5 && step < units.length - 1) {
    value /= 1000;
    step += 1;
  }
  return numberFormat({
    style: 'unit',
    unit: units[step] ?? 'gigabyte',
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}
