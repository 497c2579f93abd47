import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';

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
  const item = storage.defineItem<unknown>(`local:setting.${name}`, { fallback, version: 1 });
  const parse = (stored: unknown): Value => {
    const result = v.safeParse(schema, stored);
    return result.success ? result.output : fallback;
  };
  return {
    fallback,
    get: async () => parse(await item.getValue()),
    set: (value) => item.setValue(value),
    watch: (onChange) => item.watch((stored) => onChange(parse(stored))),
  };
}
