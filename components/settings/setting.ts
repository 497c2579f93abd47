import * as v from 'valibot';
import browser, { type Storage } from 'webextension-polyfill';
import { readPolicy, watchPolicy, type Policy } from './policy';

/** One choice of the user, kept in `storage.local`. */
export interface Setting<Value> {
  /** What holds until the user chooses, where no policy says otherwise. */
  readonly fallback: Value;
  /** What it accepts. */
  readonly schema: v.GenericSchema<unknown, Value>;
  /** What the administrator has fixed, else what the user has chosen, else what the administrator proposes. */
  get(): Promise<Value>;
  set(value: Value): Promise<void>;
  /** Whether the administrator has fixed it: then what the user chooses counts for nothing. */
  isFixed(): Promise<boolean>;
  /** Calls `onChange` with every new value, wherever it was set; returns how to stop. */
  watch(onChange: (value: Value) => void): () => void;
}

/**
 * Declares a setting. What lies in storage may come from another version or a damaged profile, and policies are
 * written by hand: what `schema` does not accept counts as not set.
 */
export function defineSetting<Value>(
  name: string,
  fallback: Value,
  schema: v.GenericSchema<unknown, Value>,
): Setting<Value> {
  const key = `setting.${name}`;
  const decide = ({ locked, defaults }: Policy, stored: unknown): Value => {
    for (const said of [locked[name], stored, defaults[name]]) {
      const parsed = v.safeParse(schema, said);
      if (parsed.success) return parsed.output;
    }
    return fallback;
  };
  const stored = async (): Promise<unknown> => (await browser.storage.local.get(key))[key];
  return {
    fallback,
    schema,
    get: async () => decide(...(await Promise.all([readPolicy(), stored()]))),
    set: (value) => browser.storage.local.set({ [key]: value }),
    isFixed: async () => v.safeParse(schema, (await readPolicy()).locked[name]).success,
    watch(onChange) {
      let isOver = false;
      const tell = async (chosen: unknown): Promise<void> => {
        const value = decide(await readPolicy(), await chosen);
        if (!isOver) onChange(value);
      };
      const onChoice = (changes: Record<string, Storage.StorageChange>): void => {
        const change = changes[key];
        if (change) void tell(change.newValue);
      };
      const { local } = browser.storage;
      local.onChanged.addListener(onChoice);
      const leavePolicy = watchPolicy(() => void tell(stored()));
      return () => {
        isOver = true;
        local.onChanged.removeListener(onChoice);
        leavePolicy();
      };
    },
  };
}
