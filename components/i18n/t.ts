import browser from 'webextension-polyfill';
import type messages from '../../public/_locales/en/messages.json';
import { formatNumber } from './format-number';

/** Every key of the locale files. `en` is the one that the others are held to. */
export type MessageKey = keyof typeof messages;

/** The keys that exist in a form for each plural category, without the category. */
export type CountKey = {
  [Key in MessageKey]: Key extends `${infer Base}_one` ? Base : never;
}[MessageKey];

/** What may stand for a placeholder. A number is written as the reader's language writes it. */
export type Substitution = string | number;

/**
 * The message in the browser's language. Substitutions fill `$1`, `$2`… in order; a single one needs no list.
 * A key without a message comes back as itself: an ugly word on the screen is found, a blank is not.
 */
export function t(key: MessageKey, substitutions?: Substitution | readonly Substitution[]): string {
  const list = typeof substitutions === 'object' ? substitutions : [substitutions ?? []].flat();
  // Absent where a test's browser has no i18n.
  const i18n = browser.i18n as typeof browser.i18n | undefined;
  return i18n?.getMessage(key, list.map(asText)) || key;
}

function asText(substitution: Substitution): string {
  return typeof substitution === 'number' ? formatNumber(substitution) : substitution;
}
