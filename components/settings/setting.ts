import * as v from 'valibot';
import browser, { type Storage } from 'webextension-polyfill';

/** One choice of the user, kept in `storage.local`. */
export interface Setting<Value> {
  /** What holds until the user chooses. */
  readonly fallback: Value;
  get(): Promise<Value>;
  set(value: Value): Promise<void>;
  /** Calls `onChange` with every new value, wherever it was set; returns how to stop. */
  watch(onChange: (value: Value) => void): () => void;
}

/**
 * Declares a setting. What lies in storage may come from another version or a damaged profile: what `schema`
 * does not accept counts as not set.
 */
export function defineSetting<Value>(
  name: string,
  fallback: Value,
  schema: v.GenericSchema<unknown, Value>,
): Setting<Value> {
  const key = `setting.${name}`;
  const parse = (stored: unknown): Value => {
    const result = v.safeParse(schema, stored);
    return result.success ? result.output : fallback;
  };
  return {
    fallback,
    get: async () => parse((await browser.storage.local.get(key))[key]),
    set: (value) => browser.storage.local.set({ [key]: value }),
    watch(onChange) {
      const listener = (changes: Record<string, Storage.StorageChange>): void => {
        const change = changes[key];
        if (change) onChange(parse(change.newValue));
      };
      browser.storage.local.onChanged.addListener(listener);
      return () => browser.storage.local.onChanged.removeListener(listener);
    },
  };
}
