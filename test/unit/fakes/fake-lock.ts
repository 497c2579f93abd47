import type { Lock } from '../../../components/account/refresh-account';

/** Web Locks in memory: one at a time for each name, in order. */
export function createFakeLock(): Lock {
  const last = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const run = (last.get(name) ?? Promise.resolve()).then(work, work);
    last.set(
      name,
      run.catch(() => undefined),
    );
    return run;
  };
}
