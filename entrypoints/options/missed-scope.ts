import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { brandSchema } from '../../components/brand';
import { missedScopeKey } from '../../components/messaging/missed-scope-key';
import type { MissedScope } from '../../components/ui/options/options-deps';

const missedScope = v.object({ brand: brandSchema, scope: v.string() });

/** Calls `onMissed` with the permission that this page was opened for, once, and with those that come later. */
export function watchMissedScope(onMissed: (missed: MissedScope) => void): () => void {
  const take = (value: unknown): void => {
    const parsed = v.safeParse(missedScope, value);
    if (!parsed.success) return;
    onMissed(parsed.output);
    void browser.storage.session.remove(missedScopeKey);
  };
  const listener = (changes: Record<string, { newValue?: unknown }>): void =>
    take(changes[missedScopeKey]?.newValue);
  browser.storage.session.onChanged.addListener(listener);
  void browser.storage.session.get(missedScopeKey).then((found) => take(found[missedScopeKey]));
  return () => browser.storage.session.onChanged.removeListener(listener);
}
