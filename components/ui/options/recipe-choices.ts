import type { BoardRecipe } from '../../board-recipe';
import { formatBytes } from '../../i18n/format-bytes';
import { t } from '../../i18n/t';

/** One of the values of a choice. `value` is what the form holds. */
export interface Option {
  value: string;
  label: string;
}

export type Format = BoardRecipe['format'];

/** The formats that are allowed, in their order; undefined: all. */
export function formatOptions(allowed: readonly Format[] | undefined): (Option & { value: Format })[] {
  return allFormats().filter(({ value }) => !allowed || allowed.includes(value));
}

const allFormats = (): (Option & { value: Format })[] => [
  { value: 'as-served', label: t('format_as_served') },
  { value: 'png', label: t('format_png') },
  { value: 'jpeg', label: t('format_jpeg') },
  { value: 'webp', label: t('format_webp') },
  { value: 'svg', label: t('format_svg_plain') },
];

const sizes: readonly NonNullable<BoardRecipe['size']>[] = [
  { scale: 1 },
  { scale: 2 },
  { scale: 3 },
  { scale: 4 },
  { width: 1920 },
  { width: 3840 },
];

/** What a size is called in the form. */
export function sizeValue(size: BoardRecipe['size'] = { scale: 1 }): string {
  return 'scale' in size ? `${size.scale}x` : `${size.width}px`;
}

/** The size that a value of the form means. */
export function sizeOf(value: string): NonNullable<BoardRecipe['size']> {
  const number = Number.parseFloat(value);
  return value.endsWith('px') ? { width: number } : { scale: number };
}

/** The sizes, and the chosen one where it is none of them. */
export function sizeOptions(chosen: BoardRecipe['size']): Option[] {
  return withChosen(
    sizes.map((size) => sizeValue(size)),
    sizeValue(chosen),
    (value) => {
      const size = sizeOf(value);
      return 'scale' in size ? t('size_scale', size.scale) : t('size_width', size.width);
    },
  );
}

/** The qualities, in per cent. */
export function qualityOptions(chosen: number): Option[] {
  return withChosen(['60', '75', '90', '100'], String(chosen), (value) => `${value} %`);
}

/** Limits of a file, in bytes; `0`: none. */
export function limitOptions(chosen: number): Option[] {
  return withChosen(['0', '500000', '1000000', '2000000', '5000000', '10000000'], String(chosen), (value) =>
    value === '0' ? t('options_no_limit') : formatBytes(Number(value)),
  );
}

/** Room around a picture, in pixels. */
export function paddingOptions(chosen: number): Option[] {
  return withChosen(['0', '8', '16', '32', '64'], String(chosen), (value) => t('px', Number(value)));
}

function withChosen(values: readonly string[], chosen: string, words: (value: string) => string): Option[] {
  const all = values.includes(chosen) ? values : [...values, chosen];
  return all.map((value) => ({ value, label: words(value) }));
}
