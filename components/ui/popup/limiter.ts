import { AppError } from '../../errors';

/** Runs a task when its turn has come. Rejects with `cancelled` if `signal` aborts before that. */
export type Limiter = <Result>(task: () => Promise<Result>, signal: AbortSignal) => Promise<Result>;

/** Lets at most `most` tasks run at a time; the others wait in order. */
export function createLimiter(most: number): Limiter {
  const waiting: (() => void)[] = [];
  let running = 0;

  // The place is handed on rather than given up: a newcomer must not slip in between.
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };

  return async (task, signal) => {
    if (signal.aborted) throw new AppError('cancelled');
    if (running < most) running += 1;
    else await turn(signal);
    try {
      if (signal.aborted) throw new AppError('cancelled');
      return await task();
    } finally {
      leave();
    }
  };

  function turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const go = (): void => {
        signal.removeEventListener('abort', stop);
        resolve();
      };
      const stop = (): void => {
        waiting.splice(waiting.indexOf(go), 1);
        reject(new AppError('cancelled'));
      };
      waiting.push(go);
      signal.addEventListener('abort', stop, { once: true });
    });
  }
}
