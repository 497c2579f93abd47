import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPace, paceLimits } from '../../../components/feishu/pacing';
import { createFakeClock } from '../fakes/fake-clock';
import { codeOf } from './setup';

describe('createPace', () => {
  it('never lets more than the limit start in any stretch of the window', async () => {
    const asks = fc.array(fc.record({ after: fc.nat(700), hold: fc.option(fc.nat(3000), { freq: 8 }) }), {
      minLength: 1,
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(asks, fc.integer({ min: 1, max: 5 }), async (arrivals, requests) => {
        const clock = createFakeClock();
        const pace = createPace({ requests, windowMs: 1000 }, clock);
        const starts: number[] = [];
        const turns: Promise<void>[] = [];
        for (const { after, hold } of arrivals) {
          await clock.advance(after);
          if (hold !== null) pace.holdOff(hold);
          turns.push(pace.turn().then(() => void starts.push(clock.now())));
        }
        await clock.runUntil(Promise.all(turns));
        expect(starts).toHaveLength(arrivals.length);
        for (const start of starts) {
          const within = starts.filter((other) => other >= start && other < start + 1000);
          expect(within.length).toBeLessThanOrEqual(requests);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('lets requests start in the order in which they came', async () => {
    const clock = createFakeClock();
    const pace = createPace({ requests: 2, windowMs: 1000 }, clock);
    const order: number[] = [];
    const turns = [1, 2, 3, 4, 5].map((n) => pace.turn().then(() => void order.push(n)));
    await clock.runUntil(Promise.all(turns));
    expect(order).toEqual([1, 2, 3, 4, 5]);
  });

  it('holds everybody while the server has asked for a pause', async () => {
    const clock = createFakeClock();
    const pace = createPace({ requests: 5, windowMs: 1000 }, clock);
    const start = clock.now();
    pace.holdOff(4000);
    pace.holdOff(10);
    await clock.runUntil(Promise.all([pace.turn(), pace.turn()]));
    expect(clock.now() - start).toBe(4000);
  });

  it('lets go of a request that is cancelled, at once, without using up a place', async () => {
    const clock = createFakeClock();
    const pace = createPace({ requests: 1, windowMs: 1000 }, clock);
    const start = clock.now();
    await pace.turn();
    const abort = new AbortController();
    const cancelled = codeOf(pace.turn(abort.signal));
    const next = pace.turn();
    abort.abort();
    expect(await cancelled).toBe('cancelled');
    expect(await codeOf(pace.turn(AbortSignal.abort()))).toBe('cancelled');
    await clock.runUntil(next);
    expect(clock.now() - start).toBe(1000);
  });

  it('is not stopped by a wall clock that is set back', async () => {
    const clock = createFakeClock();
    const pace = createPace({ requests: 1, windowMs: 1000 }, clock);
    await pace.turn();
    pace.holdOff(5000);
    clock.set(clock.now() - 3_600_000);
    await pace.turn();
    expect(clock.slept).toEqual([]);
  });

  it('spreads the starts of a long run, and has used each window well before it ends', async () => {
    const clock = createFakeClock();
    const pace = createPace(paceLimits.boards, clock);
    const starts: number[] = [];
    const began = clock.now();
    await clock.runUntil(
      Promise.all(
        Array.from({ length: 300 }, () => pace.turn().then(() => starts.push(clock.now() - began))),
      ),
    );
    const gaps = starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5);
    expect(Math.max(...starts.slice(0, 50))).toBeLessThan(500);
    expect(starts.at(-1)).toBeLessThan(6000);
  });

  it('comes closer to the limit with each window that it has used, and begins anew after a pause', async () => {
    const clock = createFakeClock();
    const pace = createPace(paceLimits.boards, clock);
    const starts: number[] = [];
    const run = async (): Promise<number[]> => {
      starts.length = 0;
      const turns = Array.from({ length: 301 }, () => pace.turn().then(() => starts.push(clock.now())));
      await clock.runUntil(Promise.all(turns));
      const begun = starts.filter((_, index) => index % 50 === 0);
      return begun.slice(1).map((start, index) => start - (begun[index] ?? 0));
    };
    const lengths = await run();
    expect(lengths[0]).toBeGreaterThanOrEqual(1000 / 0.93);
    expect(lengths.at(-1)).toBeLessThan(1050);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(1000 / 0.96);
    expect(lengths.toSorted((one, other) => other - one)).toEqual(lengths);
    await clock.advance(1000);
    expect(await run()).toEqual(lengths);
  });

  it('goes on at once, and no faster than allowed, when the machine has slept for hours', async () => {
    const clock = createFakeClock();
    // A pause that the server has asked for, and a timer that a shut lid holds up.
    let isShut = true;
    const sleep = (ms: number): Promise<void> => {
      const late = isShut ? 5 * 3_600_000 : 0;
      isShut = false;
      return clock.sleep(ms + late);
    };
    const pace = createPace(paceLimits.boards, { now: clock.now, sleep });
    pace.holdOff(1000);
    const began = clock.now();
    const starts: number[] = [];
    await clock.runUntil(
      Promise.all(
        Array.from({ length: 200 }, () => pace.turn().then(() => starts.push(clock.now() - began))),
      ),
    );
    expect(starts[0]).toBe(1000 + 5 * 3_600_000);
    for (const [index, start] of starts.slice(50).entries()) {
      expect(start - (starts[index] ?? 0)).toBeGreaterThanOrEqual(1000);
    }
    expect((starts.at(-1) ?? 0) - (starts[0] ?? 0)).toBeLessThan(4000);
  });

  it('makes up for timers that come late', async () => {
    const clock = createFakeClock();
    const sleep = (ms: number): Promise<void> => clock.sleep(ms + 4);
    const pace = createPace(paceLimits.boards, { now: clock.now, sleep });
    const began = clock.now();
    await clock.runUntil(Promise.all(Array.from({ length: 300 }, () => pace.turn())));
    expect(clock.now() - began).toBeLessThan(6200);
  });

  /** A server that counts arrivals in fixed windows, and whose limit may be lower than documented. */
  function createServer(perSecond: number) {
    let endsAt = 0;
    let used = 0;
    return {
      refuses(now: number): number | undefined {
        if (now >= endsAt) [endsAt, used] = [now + 1000, 0];
        used += 1;
        return used > perSecond ? Math.ceil((endsAt - now) / 1000) * 1000 : undefined;
      },
    };
  }

  it.each([50, 35])(
    'has less than one request in a hundred refused by a server that takes %i a second',
    async (limit) => {
      const clock = createFakeClock();
      const pace = createPace(paceLimits.boards, clock);
      const server = createServer(limit);
      const latency = [180, 260, 200, 230, 190, 215, 245];
      let refused = 0;
      let settled = 0;
      const ask = async (index: number): Promise<void> => {
        await pace.turn();
        await clock.sleep((latency[index % latency.length] ?? 0) / 2);
        const wait = server.refuses(clock.now());
        if (wait === undefined) settled += 1;
        else {
          refused += 1;
          pace.holdOff(wait);
          return ask(index);
        }
      };
      const began = clock.now();
      await clock.runUntil(Promise.all(Array.from({ length: 3000 }, (_, index) => ask(index))));
      expect(settled).toBe(3000);
      expect(refused / (3000 + refused)).toBeLessThan(0.01);
      // And it comes close to what the server would take.
      expect(3000 / ((clock.now() - began) / 1000)).toBeGreaterThan(0.85 * limit);
    },
    60_000,
  );
});
