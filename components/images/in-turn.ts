import { AppError } from '../errors';

/** Runs work one after another, in the order in which it came. */
export type InTurn = <Result>(work: () => Promise<Result>, signal?: AbortSignal) => Promise<Result>;

/**
 * A queue of its own. Who aborts is told `cancelled` at once, and work that has not begun never does; work that
 * has begun is let come to its end before the next begins, since it holds its memory until then.
 */
export function createInTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work, signal) =>
    new Promise((resolve, reject) => {
      const leave = (): void => reject(new AppError('cancelled'));
      if (signal?.aborted) return leave();
      signal?.addEventListener('abort', leave, { once: true });
      last = last.then(async () => {
        try {
          if (!signal?.aborted) resolve(await work());
        } catch (error) {
          // Passed on as it is: whoever did the work has made an AppError of it.
          reject(error instanceof Error ? error : new AppError('unexpected', {}, { cause: error }));
        } finally {
          signal?.removeEventListener('abort', leave);
        }
      });
    });
}
