import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createTaskRunner, type TaskRunner } from '../../../entrypoints/background/task-runner';

/** Whether the offscreen document is there, and how often it was opened. */
let isOpen: boolean;
let opened: number;
/** What the document does with a message; where it is not there, nobody hears it. */
let answer: () => Promise<unknown>;
let tasks: TaskRunner;

const done = async (): Promise<unknown> => ({ ok: true, value: null });
const run = (): Promise<unknown> => tasks.run('offscreen/revoke-url', { url: 'blob:x' });

beforeEach(() => {
  fakeBrowser.reset();
  [isOpen, opened, answer] = [false, 0, done];
  vi.stubGlobal('BACKGROUND_HAS_DOM', false);
  vi.stubGlobal('navigator', {
    locks: { request: async (_name: string, _options: object, use: (lock: object) => unknown) => use({}) },
  });
  Object.assign(fakeBrowser, {
    offscreen: {
      hasDocument: async () => isOpen,
      async createDocument() {
        [isOpen, opened] = [true, opened + 1];
      },
      async closeDocument() {
        isOpen = false;
      },
    },
  });
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async () => {
    if (!isOpen) throw new Error('Could not establish connection. Receiving end does not exist.');
    return answer();
  });
  tasks = createTaskRunner({} as Parameters<typeof createTaskRunner>[0]);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('opens the document for a task, and closes it afterwards', async () => {
  await run();
  await vi.waitFor(() => expect(isOpen).toBe(false));
  expect(opened).toBe(1);
});

it('asks once more where an earlier life of the worker has closed the document', async () => {
  const release = await tasks.hold();
  isOpen = false;
  await Promise.all([run(), run(), run()]);
  expect(opened).toBe(2);
  release();
});

it('does so as well where it was closed before it answered', async () => {
  answer = async () => {
    [isOpen, answer] = [false, done];
    throw new Error('The message channel closed before a response was received.');
  };
  await run();
  expect(opened).toBe(2);
});

it('asks no more than twice, and not for what has failed', async () => {
  answer = async () => undefined;
  await expect(run()).rejects.toMatchObject({ code: 'unexpected' });
  answer = vi.fn<() => Promise<unknown>>(async () => ({ ok: false, error: { code: 'storage-failed' } }));
  await expect(run()).rejects.toMatchObject({ code: 'storage-failed' });
  expect(answer).toHaveBeenCalledOnce();
});
