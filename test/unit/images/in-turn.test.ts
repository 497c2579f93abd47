import { describe, expect, it } from 'vitest';
import { createInTurn } from '../../../components/images/in-turn';

function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe('work in turn', () => {
  it('never runs two at once, and keeps their order', async () => {
    const inTurn = createInTurn();
    const seen: string[] = [];
    const work = (name: string) => async () => {
      seen.push(`${name} begins`);
      await Promise.resolve();
      seen.push(`${name} ends`);
      return name;
    };
    expect(await Promise.all(['a', 'b', 'c'].map((name) => inTurn(work(name))))).toEqual(['a', 'b', 'c']);
    expect(seen).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  it('goes on after a failure, and hands it on as it is', async () => {
    const inTurn = createInTurn();
    const failure = new Error('broken');
    await expect(inTurn(() => Promise.reject(failure))).rejects.toBe(failure);
    expect(await inTurn(async () => 1)).toBe(1);
  });

  it('never begins what was cancelled while it waited', async () => {
    const inTurn = createInTurn();
    const first = gate();
    const abort = new AbortController();
    const running = inTurn(() => first.opened);
    let hasBegun = false;
    const waiting = inTurn(async () => (hasBegun = true), abort.signal);
    abort.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    first.open();
    await running;
    await inTurn(async () => undefined);
    expect(hasBegun).toBe(false);
  });

  it('tells who cancels at once, but lets the work end before the next begins', async () => {
    const inTurn = createInTurn();
    const first = gate();
    const abort = new AbortController();
    const begun = gate();
    const running = inTurn(() => {
      begun.open();
      return first.opened;
    }, abort.signal);
    let hasNextBegun = false;
    const next = inTurn(async () => (hasNextBegun = true));
    await begun.opened;
    abort.abort();
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    expect(hasNextBegun).toBe(false);
    first.open();
    expect(await next).toBe(true);
  });

  it('turns away what comes cancelled', async () => {
    await expect(createInTurn()(async () => 1, AbortSignal.abort())).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});
