import { withStorageErrors } from './storage-errors';

/** Runs work when all that was asked for before has ended, in whatever context. May fail with `storage-failed`. */
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * Turns that all contexts of the extension share, by the browser's locks: those of a worker that dies are free again. Where
 * there are none, as in Node, whoever was given the same function takes turns.
 */
export function takeTurns(name: string): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) =>
    withStorageErrors(() => {
      const locks = globalThis.navigator?.locks as LockManager | undefined;
      if (locks) return locks.request(name, work);
      const run = last.then(work);
      last = run.catch(() => undefined);
      return run;
    });
}
