import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../components/errors';
import { createFileSaver, type FileSaver, type SaveFileOptions } from '../../../components/saving/save-file';
import {
  createFakeDownloads,
  createFakeObjectUrls,
  type FakeDownloads,
  type FakeObjectUrls,
} from './fake-downloads';

const blob = new Blob(['picture'], { type: 'image/png' });
let urls: FakeObjectUrls;
let downloads: FakeDownloads;
let saver: FileSaver;

beforeEach(() => {
  urls = createFakeObjectUrls();
  downloads = createFakeDownloads(urls);
  saver = createFileSaver({ revokeUrl: urls.revoke, downloads });
});

const save = (path: string, options?: SaveFileOptions) =>
  saver.save(async () => urls.create(blob), path, options);

describe('save', () => {
  it('writes the file and tells its name as it stands on disk', async () => {
    expect(await save('Roadmap/01 Login.png')).toEqual({
      url: 'blob:fake/1',
      downloadId: 1,
      name: '01 Login.png',
    });
    expect(await save('Roadmap/01 Login.png')).toEqual({
      url: 'blob:fake/2',
      downloadId: 2,
      name: '01 Login (1).png',
    });
    expect(downloads.files.get('/home/me/Downloads/Roadmap/01 Login.png')).toBe(blob);
  });

  it('finds the name in a path of Windows too', async () => {
    downloads.automatic = false;
    const saved = save('a.png');
    const id = await downloads.begun();
    const item = downloads.items.get(id);
    if (item) item.filename = 'C:\\Users\\me\\Downloads\\a (3).png';
    await downloads.finish(id);
    expect((await saved).name).toBe('a (3).png');
  });

  it('leaves neither address nor listener behind, however it ends', async () => {
    downloads.interruptions = ['FILE_NO_SPACE'];
    await expect(save('a.png')).rejects.toThrow('download-disk-full');
    await expect(save('a~.png')).rejects.toThrow('download-failed');
    await save('a.png');
    expect(urls.live.size).toBe(0);
    expect(downloads.listening()).toBe(0);
  });

  it.each([
    ['FILE_NO_SPACE', 'download-disk-full'],
    ['FILE_ACCESS_DENIED', 'download-denied'],
    ['FILE_SECURITY_CHECK_FAILED', 'download-denied'],
    ['USER_CANCELED', 'download-cancelled'],
    ['FILE_FAILED', 'download-failed'],
    ['CRASH', 'download-failed'],
  ] as const)('calls the interruption %s %s', async (reason, code) => {
    downloads.interruptions = [reason];
    await expect(save('a.png')).rejects.toMatchObject({ code });
  });

  it('calls a download that the browser refuses, or has forgotten, failed', async () => {
    await expect(save('~.png')).rejects.toMatchObject({ code: 'download-failed' });
  });

  it('takes back everything when it is cancelled', async () => {
    downloads.automatic = false;
    const controller = new AbortController();
    const saved = save('a.png', { signal: controller.signal });
    await downloads.begun();
    controller.abort();
    await expect(saved).rejects.toMatchObject({ code: 'cancelled' });
    expect(downloads.items.size).toBe(0);
    expect(urls.live.size).toBe(0);
  });

  it('does not begin when it is cancelled already', async () => {
    const saved = save('a.png', { signal: AbortSignal.abort() });
    await expect(saved).rejects.toMatchObject({ code: 'cancelled' });
    expect(downloads.items.size).toBe(0);
  });

  it('owns up to a file that was complete before the cancelling came', async () => {
    downloads.automatic = false;
    const controller = new AbortController();
    const saved = save('a.png', { signal: controller.signal });
    const finished = downloads.finish(await downloads.begun());
    controller.abort();
    await finished;
    expect((await saved).name).toBe('a.png');
    expect(downloads.items.size).toBe(1);
  });

  it('tells the address before the browser begins, and begins nothing where nobody can keep it', async () => {
    const told: unknown[] = [];
    const onBegin = async (file: unknown): Promise<void> => void told.push(file, downloads.items.size);
    await save('a.png', { onBegin });
    expect(told).toEqual([{ url: 'blob:fake/1' }, 0]);
    const saved = save('b.png', {
      onBegin: async () => {
        throw new AppError('storage-full');
      },
    });
    await expect(saved).rejects.toMatchObject({ code: 'storage-full' });
    expect([...downloads.items.keys()]).toEqual([1]);
    expect(urls.live.size).toBe(0);
  });

  it('does not wait for a file that is still being made when it is cancelled, and throws it away', async () => {
    const controller = new AbortController();
    let made = (): void => {};
    const making = new Promise<void>((resolve) => (made = resolve));
    const url = making.then(() => urls.create(blob));
    const saved = saver.save(() => url, 'a.zip', { signal: controller.signal });
    controller.abort();
    await expect(saved).rejects.toMatchObject({ code: 'cancelled' });
    made();
    await url;
    await new Promise(setImmediate);
    expect(urls.live.size).toBe(0);
    expect(downloads.items.size).toBe(0);
  });
});

describe('a browser that asks where to save each file', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is told of, once, while the user has not answered', async () => {
    downloads.asks = true;
    const onAsked = vi.fn<() => void>();
    const saved = save('a.png', { onAsked });
    await vi.advanceTimersByTimeAsync(1499);
    expect(onAsked).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(onAsked).toHaveBeenCalledOnce();
    await downloads.answer(1);
    expect((await saved).name).toBe('a.png');
  });

  it('is noticed as well by whoever takes the file up', async () => {
    downloads.asks = true;
    save('a.png').catch(() => undefined);
    const onAsked = vi.fn<() => void>();
    await vi.advanceTimersByTimeAsync(0);
    const taken = saver.takeUp({ url: 'blob:fake/1' }, { onAsked });
    await vi.advanceTimersByTimeAsync(1500);
    expect(onAsked).toHaveBeenCalledOnce();
    downloads.interrupt(1, 'USER_CANCELED');
    await expect(taken).rejects.toMatchObject({ code: 'download-cancelled' });
  });

  it('is not seen in one that takes long to write a file, and nobody looks after the end', async () => {
    downloads.automatic = false;
    const onAsked = vi.fn<() => void>();
    const saved = save('a.png', { onAsked });
    await vi.advanceTimersByTimeAsync(60_000);
    await downloads.finish(1);
    await saved;
    downloads.automatic = true;
    await save('b.png', { onAsked });
    expect(onAsked).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('takeUp', () => {
  it('waits on for a download of an earlier life, whether it is complete by now or not', async () => {
    downloads.automatic = false;
    const saved = save('a.png');
    const downloadId = await downloads.begun();
    const file = { url: 'blob:fake/1', downloadId };
    const waiting = createFileSaver({ revokeUrl: urls.revoke, downloads }).takeUp(file);
    await downloads.finish(downloadId);
    expect(await waiting).toEqual({ ...file, name: 'a.png' });
    expect(await saver.takeUp(file)).toEqual(await saved);
  });

  it('finds a download whose id nobody could write down', async () => {
    downloads.automatic = false;
    void save('a.png');
    const downloadId = await downloads.begun();
    const waiting = saver.takeUp({ url: 'blob:fake/1' });
    await downloads.finish(downloadId);
    expect(await waiting).toEqual({ url: 'blob:fake/1', downloadId, name: 'a.png' });
  });

  it('takes no other file for it that has its number, as after a restart of Firefox', async () => {
    await save('somebody else’s.png');
    expect(await saver.takeUp({ url: 'blob:fake/of-an-earlier-life', downloadId: 1 })).toBeUndefined();
  });

  it('finds a download that the browser was only about to begin', async () => {
    const { download, search } = downloads;
    let begin: (() => Promise<number>) | undefined;
    downloads.download = async (options) => {
      begin = () => download(options);
      return new Promise(() => {}); // Whoever asked for it is killed.
    };
    void save('a.png');
    await vi.waitFor(() => expect(begin).toBeDefined());
    downloads.search = async (query) => {
      const found = await search(query);
      await begin?.(); // Between the first look and the second.
      begin = undefined;
      return found;
    };
    expect(await saver.takeUp({ url: 'blob:fake/1' })).toMatchObject({ downloadId: 1, name: 'a.png' });
    expect(downloads.files.size).toBe(1);
  });

  it('gives nothing where a download never began, was forgotten or broke off, and leaves no part of it', async () => {
    expect(await saver.takeUp({ url: 'blob:fake/1' })).toBeUndefined();
    expect(await saver.takeUp({ url: 'blob:fake/1', downloadId: 99 })).toBeUndefined();
    downloads.interruptions = ['USER_SHUTDOWN'];
    await expect(save('a.png')).rejects.toMatchObject({ code: 'download-failed' });
    expect(downloads.items.size).toBe(0);
  });

  it.each(['USER_CANCELED', 'USER_SHUTDOWN', 'FILE_NO_SPACE'] as const)(
    'gives nothing where a browser that closed has ended it with %s, and leaves no part of it',
    async (reason) => {
      downloads.automatic = false;
      const url = urls.create(new Blob(['a']));
      const downloadId = await downloads.download({ url, filename: 'a.png' });
      downloads.interrupt(downloadId, reason);
      expect(await saver.takeUp({ url })).toBeUndefined();
      expect(downloads.items.size).toBe(0);
    },
  );

  it('is not disturbed by other downloads', async () => {
    downloads.automatic = false;
    const first = save('a.png');
    const firstId = await downloads.begun();
    const second = save('b.png');
    const secondId = await downloads.begun();
    downloads.interrupt(secondId, 'FILE_NO_SPACE');
    await expect(second).rejects.toMatchObject({ code: 'download-disk-full' });
    await downloads.finish(firstId);
    expect((await first).name).toBe('a.png');
  });
});
