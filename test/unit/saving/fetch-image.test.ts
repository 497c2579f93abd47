import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError, type ErrorCode } from '../../../components/errors';
import type { BoardImage } from '../../../components/feishu/judge';
import { createImageStore, type ImageStore } from '../../../components/image-store/image-store';
import { createImageFetcher, type FetchImage } from '../../../components/saving/fetch-image';

const minute = 60_000;
const request = { brand: 'feishu', accountId: 'me', whiteboardId: 'wb1' } as const;

let time: number;
let hasLooked: boolean;
/** Until when the store keeps what it has found to itself. */
let slowStore: Promise<void> | undefined;
let store: ImageStore;
let server: FakeServer;
let fetchImage: FetchImage;
const signedOut = new Set<string>();

/** What the Open API would send, asked for by hand. */
interface FakeServer {
  asked: { whiteboardId: string; signal: AbortSignal | undefined }[];
  answer: () => Promise<BoardImage>;
}

/** A GIF of this width without an image: the shortest picture there is. */
const gif = (width: number): BoardImage['bytes'] =>
  Uint8Array.of(...new TextEncoder().encode('GIF89a'), width, 0, 1, 0, 0, 0, 0, 0x3b);
const sends = (bytes: BoardImage['bytes']) => async () => ({ bytes, claimedType: 'text/plain' });
const fails = (code: ErrorCode) => () => Promise.reject(new AppError(code, { status: 500 }));
/** An answer that waits until it is released, and gives up when it is no longer wanted. */
function holds(bytes: BoardImage['bytes']) {
  let release: () => void = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const answer: FakeServer['answer'] = async () => {
    const signal = server.asked.at(-1)?.signal;
    await Promise.race([
      released,
      new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new AppError('cancelled')))),
    ]);
    return { bytes, claimedType: 'image/gif' };
  };
  return { release, answer };
}
/** Until somebody has looked into the store, for all callers, and gone on from there. */
const callersAtWork = (): Promise<void> =>
  vi.waitFor(() => {
    if (!hasLooked) throw new Error('nobody has looked');
  });

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  time = 1_000_000;
  hasLooked = false;
  slowStore = undefined;
  signedOut.clear();
  store = createImageStore({ now: () => time, budgetBytes: async () => 1_000_000 });
  server = { asked: [], answer: sends(gif(1)) };
  fetchImage = createImageFetcher({
    store: {
      put: store.put,
      clear: store.clear,
      get: async (key) => {
        const found = await store.get(key);
        hasLooked = true;
        await slowStore;
        return found;
      },
    },
    isSignedIn: async ({ accountId }) => !signedOut.has(accountId),
    clientFor: () => ({
      downloadBoardImage: (whiteboardId, options = {}) => {
        server.asked.push({ whiteboardId, signal: options.signal });
        return server.answer();
      },
    }),
    now: () => time,
    freshMs: async () => 5 * minute,
  });
});

describe('fetchImage', () => {
  it('fetches a picture, tells its type by its bytes, measures and stores it', async () => {
    const { image, stoodIn } = await fetchImage(request);
    expect(image).toMatchObject({
      key: 'feishu/me/wb1',
      whiteboardId: 'wb1',
      type: 'image/gif',
      width: 1,
      height: 1,
      fetchedAt: time,
    });
    expect(stoodIn).toBeUndefined();
    expect((await store.get(image.key))?.blob.type).toBe('image/gif');
  });

  it('marks a picture of which only part has come, whatever its length was said to be', async () => {
    expect((await fetchImage(request)).image.faults).toBeUndefined();
    server.answer = sends(gif(2).subarray(0, -1));
    const { image } = await fetchImage(request, { fresh: true });
    expect(image.faults).toEqual(['cut-short']);
    expect((await store.get(image.key))?.image.faults).toEqual(['cut-short']);
  });

  it('asks nobody within the fresh window, and the server after it', async () => {
    await fetchImage(request);
    time += 5 * minute - 1;
    server.answer = sends(gif(2));
    expect((await fetchImage(request)).image.width).toBe(1);
    expect(server.asked).toHaveLength(1);
    time += 1;
    expect((await fetchImage(request)).image).toMatchObject({ width: 2, fetchedAt: time });
    expect(server.asked).toHaveLength(2);
  });

  it('asks the server when a fresh picture is wanted, and when the clock was set back', async () => {
    await fetchImage(request);
    await fetchImage(request, { fresh: true });
    expect(server.asked).toHaveLength(2);
    time -= minute;
    await fetchImage(request);
    expect(server.asked).toHaveLength(3);
  });

  it('leaves nothing behind of an account that signed out while its picture was on the way', async () => {
    await fetchImage({ ...request, accountId: 'other' });
    const { answer, release } = holds(gif(1));
    server.answer = answer;
    const asked = fetchImage(request);
    await vi.waitFor(() => expect(server.asked).toHaveLength(2));
    signedOut.add('me');
    await store.clear('feishu/me/');
    release();
    await expect(asked).rejects.toMatchObject({ code: 'not-signed-in' });
    expect(await store.get('feishu/me/wb1')).toBeUndefined();
    expect(await store.get('feishu/other/wb1')).toBeDefined();
  });

  it('keeps the pictures of two accounts apart', async () => {
    await fetchImage(request);
    await fetchImage({ ...request, accountId: 'other' });
    expect(server.asked).toHaveLength(2);
  });

  it.each<ErrorCode>([
    'network-failed',
    'timed-out',
    'server-error',
    'rate-limited',
    'response-cut-short',
    'response-not-image',
  ])('lets the stored picture stand in for %s, and says so', async (code) => {
    const { image } = await fetchImage(request);
    time += 10 * minute;
    server.answer = fails(code);
    const result = await fetchImage(request);
    expect(result.image.fetchedAt).toBe(image.fetchedAt);
    expect(result.stoodIn).toEqual({
      fetchedAt: image.fetchedAt,
      because: { code, details: { status: 500 } },
    });
    expect((await fetchImage(request, { fresh: true })).stoodIn?.because.code).toBe(code);
  });

  it.each<ErrorCode>(['board-forbidden', 'board-missing', 'token-expired', 'not-signed-in', 'cancelled'])(
    'lets nothing stand in for %s',
    async (code) => {
      await fetchImage(request);
      time += 10 * minute;
      server.answer = fails(code);
      await expect(fetchImage(request)).rejects.toMatchObject({ code });
    },
  );

  it('fails where there is nothing to stand in', async () => {
    server.answer = fails('network-failed');
    await expect(fetchImage(request)).rejects.toMatchObject({ code: 'network-failed' });
    server.answer = sends(new TextEncoder().encode('{"code":0}'));
    await expect(fetchImage(request)).rejects.toMatchObject({ code: 'response-not-image' });
    expect(await store.usage()).toMatchObject({ images: 0 });
  });

  it('does not let what is no picture replace one', async () => {
    await fetchImage(request);
    server.answer = sends(new TextEncoder().encode('<html><svg/></html>'));
    const { image, stoodIn } = await fetchImage(request, { fresh: true });
    expect(image.width).toBe(1);
    expect(stoodIn?.because).toEqual({ code: 'response-not-image' });
  });

  it('shares one request among those who want the same picture', async () => {
    const held = holds(gif(3));
    server.answer = held.answer;
    const all = [fetchImage(request), fetchImage(request), fetchImage(request, { fresh: true })];
    await callersAtWork();
    expect(server.asked).toHaveLength(1);
    held.release();
    expect((await Promise.all(all)).map(({ image }) => image.width)).toEqual([3, 3, 3]);
    await fetchImage(request, { fresh: true });
    expect(server.asked).toHaveLength(2);
  });

  it('asks once for a picture that came while somebody still waited for the store', async () => {
    const held = holds(gif(3));
    server.answer = held.answer;
    const first = fetchImage(request);
    await vi.waitFor(() => expect(server.asked).toHaveLength(1));
    let tell: () => void = () => {};
    slowStore = new Promise((resolve) => (tell = resolve));
    const second = fetchImage(request);
    // As long as a look takes: who makes one has found nothing.
    await store.get('feishu/me/wb1');
    held.release();
    expect((await first).image.width).toBe(3);
    tell();
    expect((await second).image.width).toBe(3);
    expect(server.asked).toHaveLength(1);
  });

  it('lets one caller leave at once without ending the request of the others', async () => {
    const held = holds(gif(3));
    server.answer = held.answer;
    const controller = new AbortController();
    const leaving = fetchImage(request, { signal: controller.signal });
    const staying = fetchImage(request, { signal: new AbortController().signal });
    await callersAtWork();
    controller.abort();
    await expect(leaving).rejects.toMatchObject({ code: 'cancelled' });
    expect(server.asked[0]?.signal?.aborted).toBe(false);
    held.release();
    expect((await staying).image.width).toBe(3);
  });

  it('gives the request up when all callers have left, and asks anew for the next one', async () => {
    server.answer = holds(gif(3)).answer;
    const first = new AbortController();
    const second = new AbortController();
    const both = [fetchImage(request, first), fetchImage(request, second)];
    await callersAtWork();
    first.abort();
    second.abort();
    const outcomes = await Promise.allSettled(both);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(server.asked[0]?.signal?.aborted).toBe(true);
    server.answer = sends(gif(4));
    expect((await fetchImage(request)).image.width).toBe(4);
  });

  it('asks nobody for a caller who has left already', async () => {
    const left = fetchImage(request, { signal: AbortSignal.abort() });
    await expect(left).rejects.toMatchObject({ code: 'cancelled' });
    expect(server.asked).toHaveLength(0);
  });
});
