import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sendToOffscreen } from '../../../components/messaging/send';

/** Whether the offscreen document is there, how often it was opened, and how many hold it. */
let isOpen: boolean;
let opened: number;
let holders: number;
/** What the document does with a message; where it is not there, nobody hears it. */
let answer: () => Promise<unknown>;

const done = async (): Promise<unknown> => ({ ok: true, value: null });

async function hold(): Promise<() => void> {
  holders += 1;
  if (!isOpen) [isOpen, opened] = [true, opened + 1];
  return () => void (holders -= 1);
}
const send = (): Promise<unknown> => sendToOffscreen(hold, 'offscreen/revoke-url', { url: 'blob:x' });

beforeEach(() => {
  fakeBrowser.reset();
  [isOpen, opened, holders, answer] = [false, 0, 0, done];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async () => {
    if (!isOpen) throw new Error('Could not establish connection. Receiving end does not exist.');
    return answer();
  });
});

afterEach(() => void vi.useRealTimers());

it('opens the document for a task, and lets it go', async () => {
  expect(await send()).toBeNull();
  expect([opened, holders]).toEqual([1, 0]);
});

it('asks once more where an earlier life of the worker has closed the document meanwhile', async () => {
  answer = async () => {
    [isOpen, answer] = [false, done];
    throw new Error('The message channel closed before a response was received.');
  };
  expect(await send()).toBeNull();
  expect([opened, holders]).toEqual([2, 0]);
});

it('asks until a document hears that an earlier life of the worker had begun to open', async () => {
  vi.useFakeTimers();
  isOpen = true;
  const opening = performance.now() + 1000;
  answer = async () => (performance.now() < opening ? undefined : done());
  const sent = send();
  await vi.advanceTimersByTimeAsync(2000);
  expect(await sent).toBeNull();
  expect([opened, holders]).toEqual([0, 0]);
});

it('gives up in the end', async () => {
  vi.useFakeTimers();
  const unheard = vi.fn<() => Promise<unknown>>(async () => undefined);
  answer = unheard;
  const failed = send().catch((thrown: unknown) => thrown);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await failed).toMatchObject({ code: 'unexpected' });
  expect(unheard).toHaveBeenCalledTimes(9);
  expect(holders).toBe(0);
});

it('does not ask again for what has failed', async () => {
  const failing = vi.fn<() => Promise<unknown>>(async () => ({
    ok: false,
    error: { code: 'storage-failed' },
  }));
  answer = failing;
  await expect(send()).rejects.toMatchObject({ code: 'storage-failed' });
  expect(failing).toHaveBeenCalledOnce();
});
