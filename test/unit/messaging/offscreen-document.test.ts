import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  createOffscreenDocument,
  type OffscreenDocument,
} from '../../../components/messaging/offscreen-document';

/** What the browser has, and what was asked of it. */
let isThere: boolean;
let isBusy: boolean;
let asked: string[];
let offscreen: OffscreenDocument;

beforeEach(() => {
  vi.useFakeTimers();
  [isThere, isBusy, asked] = [false, false, []];
  const change = (what: 'open' | 'close') => async (): Promise<void> => {
    if (isThere === (what === 'open')) throw new Error(`cannot ${what} it`);
    isThere = what === 'open';
    asked.push(what);
  };
  offscreen = createOffscreenDocument({
    isOpen: async () => isThere,
    open: change('open'),
    close: change('close'),
    unlessBusy: async (work) => (isBusy ? undefined : work()),
  });
});

afterEach(() => {
  vi.useRealTimers();
});

it('opens the document once for all who hold it at the same time', async () => {
  await Promise.all([offscreen.hold(), offscreen.hold(), offscreen.hold()]);
  expect(asked).toEqual(['open']);
});

it('takes the one that an earlier life had begun to open', async () => {
  const looks = [false, true];
  const late = createOffscreenDocument({
    isOpen: async () => looks.shift() ?? true,
    open: () => Promise.reject(new Error('Only a single offscreen document may be created.')),
    close: async () => {},
    unlessBusy: (work) => work(),
  });
  (await late.hold())();
  expect(looks).toEqual([]);
});

it('keeps it for the next task for a while, and closes it when none comes', async () => {
  for (let task = 0; task < 5; task += 1) {
    (await offscreen.hold())();
    await vi.advanceTimersByTimeAsync(9000);
  }
  expect(asked).toEqual(['open']);
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toEqual(['open', 'close']);
  await vi.advanceTimersByTimeAsync(60_000);
  (await offscreen.hold())();
  expect(asked).toEqual(['open', 'close', 'open']);
});

it('is not closed under somebody, however long that one holds it', async () => {
  const release = await offscreen.hold();
  (await offscreen.hold())();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual(['open']);
  release();
  release();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toEqual(['open', 'close']);
});

it('closes what an earlier life has left open, unless something is still being done there', async () => {
  [isThere, isBusy] = [true, true];
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toEqual([]);
  isBusy = false;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toEqual(['close']);
});

it('opens it for the next one where it could not be opened before', async () => {
  isThere = true;
  const broken = createOffscreenDocument({
    isOpen: async () => false,
    open: () => Promise.reject(new Error('no room')),
    close: async () => {},
    unlessBusy: async () => {},
  });
  await expect(broken.hold()).rejects.toThrow('no room');
  isThere = false;
  (await offscreen.hold())();
  expect(asked).toEqual(['open']);
});
