import { beforeEach, describe, expect, it } from 'vitest';
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

  it('tells address and id before the file is whole, and takes the file back when nobody can keep it', async () => {
    const told: unknown[] = [];
    await save('a.png', { onStep: async (file) => void told.push(file) });
    expect(told).toEqual([{ url: 'blob:fake/1' }, { url: 'blob:fake/1', downloadId: 1 }]);
    downloads.automatic = false;
    const saved = save('b.png', {
      onStep: async ({ downloadId }) => {
        if (downloadId !== undefined) throw new AppError('storage-full');
      },
    });
    await expect(saved).rejects.toMatchObject({ code: 'storage-full' });
    expect([...downloads.items.keys()]).toEqual([1]);
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

  it('gives nothing where a download never began, was forgotten or broke off, and leaves no part of it', async () => {
    expect(await saver.takeUp({ url: 'blob:fake/1' })).toBeUndefined();
    expect(await saver.takeUp({ url: 'blob:fake/1', downloadId: 99 })).toBeUndefined();
    downloads.interruptions = ['USER_SHUTDOWN'];
    await expect(save('a.png')).rejects.toMatchObject({ code: 'download-failed' });
    expect(downloads.items.size).toBe(0);
  });

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
