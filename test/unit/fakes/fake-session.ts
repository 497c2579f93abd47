import type { SessionArea } from '../../../components/account/account-store';

/** `storage.session` in memory. */
export function createFakeSession(): SessionArea & { values: Map<string, string>; reads: number } {
  const values = new Map<string, string>();
  const session = {
    values,
    reads: 0,
    async get(key: string) {
      session.reads += 1;
      return values.get(key);
    },
    async set(key: string, value: string | undefined) {
      if (value === undefined) values.delete(key);
      else values.set(key, value);
    },
  };
  return session;
}
