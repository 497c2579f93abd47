import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../components/errors';
import { afterFailure, type AfterFailure, type FailureFacts } from '../../../components/saving/job-failures';

/** A board that has failed for the first time, while others come, with a network and a server that answers. */
function fail(code: ErrorCode, change: Partial<FailureFacts> = {}): Promise<AfterFailure> {
  return afterFailure({
    error: { code },
    tries: 1,
    hasOtherCome: true,
    isHopeless: false,
    isOnline: () => true,
    isReachable: async () => true,
    ...change,
  });
}

const offline = { isOnline: () => false };
const unreachable = { isReachable: async () => false };
const alone = { hasOtherCome: false };
const last = { tries: 3 };

describe('afterFailure', () => {
  it.each<[string, ErrorCode, Partial<FailureFacts>, AfterFailure]>([
    ['what is the board’s own', 'board-forbidden', {}, 'never'],
    ['one lost request among others', 'network-failed', {}, 'again'],
    ['one for the last time', 'network-failed', last, 'never'],
    ['one where there is no network', 'network-failed', offline, 'outage'],
    ['one without a network, for the last time', 'timed-out', { ...offline, ...last }, 'outage'],
    ['one of which others know nothing better', 'network-failed', alone, 'cut-off'],
    ['the same for the last time', 'network-failed', { ...alone, ...last }, 'never'],
    ['one where the server does not answer', 'timed-out', { ...alone, ...unreachable }, 'outage'],
    ['the same while others come', 'timed-out', unreachable, 'again'],
    ['a server in trouble', 'server-error', {}, 'again'],
    ['a server in trouble, without a network', 'server-error', offline, 'again'],
    ['a server in trouble, and nothing comes', 'server-error', { ...alone, ...unreachable }, 'again'],
    ['a server in trouble, for the last time', 'server-error', last, 'never'],
    ['a page in the picture’s place', 'response-not-image', {}, 'again'],
    ['a disk that fails, whatever comes', 'storage-failed', {}, 'cut-off'],
    ['a disk that fails for the last time', 'storage-failed', last, 'never'],
    ['what passes, where all boards would fail', 'server-error', { isHopeless: true }, 'never'],
    ['a cut, where all boards would fail', 'network-failed', { ...alone, isHopeless: true }, 'cut-off'],
  ])('after %s', async (_, code, change, expected) => {
    expect(await fail(code, change)).toBe(expected);
  });

  it('asks whether the server answers only where that decides', async () => {
    let asked = 0;
    const isReachable = async (): Promise<boolean> => Boolean((asked += 1));
    await fail('network-failed', { isReachable });
    await fail('server-error', { ...alone, isReachable });
    await fail('network-failed', { ...alone, ...offline, isReachable });
    expect(asked).toBe(0);
    await fail('network-failed', { ...alone, isReachable });
    expect(asked).toBe(1);
  });
});
