import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../components/errors';
import { createOutbox } from '../../../components/image-store/outbox';
import { createObjectUrls } from '../../../components/saving/object-urls';
import { createFileSaver, type FileSaver } from '../../../components/saving/save-file';
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
  saver = createFileSaver({ objectUrls: urls, downloads });
});

describe('saveFile', () => {
  it('writes the file and tells its name as it stands on disk', async () => {
    expect(await saver.saveFile(blob, 'Roadmap/01 Login.png')).toEqual({
      downloadId: 1,
      fileName: '01 Login.png',
    });
    expect(await saver.saveFile(blob, 'Roadmap/01 Login.png')).toEqual({
      downloadId: 2,
      fileName: '01 Login (1).png',
    });
    expect(downloads.files.get('/home/me/Downloads/Roadmap/01 Login.png')).toBe(blob);
  });

  it('finds the name in a path of Windows too', async () => {
    downloads.automatic = false;
    const saved = saver.saveFile(blob, 'a.png');
    const id = await downloads.begun();
    const item = downloads.items.get(id);
    if (item) item.filename = 'C:\\Users\\me\\Downloads\\a (3).png';
    await downloads.finish(id);
    expect((await saved).fileName).toBe('a (3).png');
  });

  it('leaves neither address nor listener behind, however it ends', async () => {
    downloads.interruptions = ['FILE_NO_SPACE'];
    await expect(saver.saveFile(blob, 'a.png')).rejects.toThrow('download-disk-full');
    await expect(saver.saveFile(blob, 'a~.png')).rejects.toThrow('download-failed');
    await saver.saveFile(blob, 'a.png');
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
    await expect(saver.saveFile(blob, 'a.png')).rejects.toMatchObject({ code });
  });

  it('calls a download that the browser refuses, or has forgotten, failed', async () => {
    await expect(saver.saveFile(blob, '~.png')).rejects.toMatchObject({ code: 'download-failed' });
    await expect(saver.waitForDownload(99)).rejects.toMatchObject({ code: 'download-failed' });
  });

  it('takes back everything when it is cancelled', async () => {
    downloads.automatic = false;
    const controller = new AbortController();
    const saved = saver.saveFile(blob, 'a.png', { signal: controller.signal });
    await downloads.begun();
    controller.abort();
    await expect(saved).rejects.toMatchObject({ code: 'cancelled' });
    expect(downloads.items.size).toBe(0);
    expect(urls.live.size).toBe(0);
  });

  it('does not begin when it is cancelled already', async () => {
    const saved = saver.saveFile(blob, 'a.png', { signal: AbortSignal.abort() });
    await expect(saved).rejects.toMatchObject({ code: 'cancelled' });
    expect(downloads.items.size).toBe(0);
  });

  it('owns up to a file that was complete before the cancelling came', async () => {
    downloads.automatic = false;
    const controller = new AbortController();
    const saved = saver.saveFile(blob, 'a.png', { signal: controller.signal });
    const finished = downloads.finish(await downloads.begun());
    controller.abort();
    await finished;
    expect((await saved).fileName).toBe('a.png');
    expect(downloads.items.size).toBe(1);
  });

  it('tells the id before the file is whole, and takes the file back when nobody can keep it', async () => {
    const ids: number[] = [];
    await saver.saveFile(blob, 'a.png', { onStarted: (id) => void ids.push(id) });
    expect(ids).toEqual([1]);
    downloads.automatic = false;
    const saved = saver.saveFile(blob, 'b.png', {
      onStarted: () => Promise.reject(new AppError('storage-full')),
    });
    await expect(saved).rejects.toMatchObject({ code: 'storage-full' });
    expect([...downloads.items.keys()]).toEqual([1]);
  });
});

describe('waitForDownload', () => {
  it('waits on for a download of an earlier life, whether it is complete by now or not', async () => {
    downloads.automatic = false;
    const saved = saver.saveFile(blob, 'a.png');
    const id = await downloads.begun();
    const waiting = createFileSaver({ objectUrls: urls, downloads }).waitForDownload(id);
    await downloads.finish(id);
    expect(await waiting).toEqual({ downloadId: id, fileName: 'a.png' });
    expect(await saver.waitForDownload(id)).toEqual(await saved);
  });

  it('is not disturbed by other downloads', async () => {
    downloads.automatic = false;
    const first = saver.saveFile(blob, 'a.png');
    const firstId = await downloads.begun();
    const second = saver.saveFile(blob, 'b.png');
    const secondId = await downloads.begun();
    downloads.interrupt(secondId, 'FILE_NO_SPACE');
    await expect(second).rejects.toMatchObject({ code: 'download-disk-full' });
    await downloads.finish(firstId);
    expect((await first).fileName).toBe('a.png');
  });
});

describe('object URLs', () => {
  it('are made by a task, through an outbox that is left empty', async () => {
    const outbox = createOutbox();
    const ids: string[] = [];
    const closed: string[] = [];
    const urls = createObjectUrls({
      outbox,
      open: async (id) => {
        ids.push(id);
        return `blob:${await (await outbox.get(id))?.text()}`;
      },
      openArchive: async (files) => `blob:zip of ${files.length}`,
      close: async (url) => void closed.push(url),
    });
    expect(await urls.create(blob)).toBe('blob:picture');
    expect(await urls.createArchive([])).toBe('blob:zip of 0');
    await urls.revoke('blob:picture');
    expect(closed).toEqual(['blob:picture']);
    expect(await outbox.get(ids[0] ?? '')).toBeUndefined();
  });

  it('leave the outbox empty when the task fails', async () => {
    const outbox = createOutbox();
    let id = '';
    const urls = createObjectUrls({
      outbox,
      open: (given) => {
        id = given;
        return Promise.reject(new AppError('unexpected'));
      },
      openArchive: async () => '',
      close: async () => {},
    });
    await expect(urls.create(blob)).rejects.toMatchObject({ code: 'unexpected' });
    expect(await outbox.get(id)).toBeUndefined();
  });
});
