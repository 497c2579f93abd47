import type { SessionArea } from '../../../components/account/account-store';

/** `storage.session` in memory. */
export function createFakeSession(): SessionArea & { values: Map<string, string> } {
  const values = new Map<string, string>();
  return {
    values,
    get: async (key) => values.get(key),
    async set(key, value) {
      if (value === undefined) values.delete(key);
      else values.set(key, value);
    },
  };
}
