import { AppError } from '../../../components/errors';
import type { Clock } from '../../../components/clock';

export interface FakeClock extends Clock {
  /** How long each `sleep` was asked to last, in ms, in order. */
  readonly slept: readonly number[];
  /** Lets `ms` pass, waking sleepers in order. */
  advance(ms: number): Promise<void>;
  /** Lets as much time pass as `work` needs, from sleeper to sleeper, and hands on how it ends. */
  runUntil<T>(work: Promise<T>): Promise<T>;
  /** Sets the wall clock without letting time pass. */
  set(now: number): void;
}

interface Sleeper {
  wakeAt: number;
  wake(): void;
}

/** Everything that can go on without time passing. */
async function settle(): Promise<void> {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
}

/** A clock that stands still until it is told otherwise. */
export function createFakeClock(start = 1_700_000_000_000): FakeClock {
  let now = start;
  let shift = 0;
  const sleepers = new Set<Sleeper>();
  const slept: number[] = [];

  function next(): Sleeper | undefined {
    return [...sleepers].sort((a, b) => a.wakeAt - b.wakeAt)[0];
  }

  function wake(sleeper: Sleeper): void {
    now = Math.max(now, sleeper.wakeAt);
    sleepers.delete(sleeper);
    sleeper.wake();
  }

  return {
    slept,
    now: () => now + shift,
    set(time) {
      shift = time - now;
    },
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(new AppError('cancelled'));
        slept.push(ms);
        const sleeper: Sleeper = { wakeAt: now + ms, wake: resolve };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers.delete(sleeper);
          reject(new AppError('cancelled'));
        });
      }),
    async advance(ms) {
      const end = now + ms;
      await settle();
      for (let due = next(); due && due.wakeAt <= end; due = next()) {
        wake(due);
        await settle();
      }
      now = end;
    },
    async runUntil(work) {
      let isSettled = false;
      const end = (): void => {
        isSettled = true;
      };
      work.then(end, end);
      for (await settle(); !isSettled; await settle()) {
        const due = next();
        if (!due) throw new Error('nothing is left that could end this');
        wake(due);
      }
      return work;
    },
  };
}
