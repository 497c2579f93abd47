import { language } from './language';
import { t, type CountKey, type MessageKey, type Substitution } from './t';

/**
 * The message in the form that `n` asks for: `_one` or `_other`. `n` itself is `$1`; `more` follow it.
 * Languages with further categories (Russian has four) would need their keys in `en` first.
 */
export function tCount(key: CountKey, n: number, more: readonly Substitution[] = []): string {
  const category = new Intl.PluralRules(language()).select(n) === 'one' ? 'one' : 'other';
  return t(`${key}_${category}` satisfies MessageKey, [n, ...more]);
}
