import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../components/errors';
import { createImageStore } from '../../../components/image-store/image-store';
import { createImageFetcher } from '../../../components/saving/fetch-image';
import { createBoardSaver, type SaveBoard } from '../../../components/saving/save-board';
import { createFileSaver } from '../../../components/saving/save-file';
import { createFakeDownloads, createFakeObjectUrls, type FakeDownloads } from './fake-downloads';
import { board } from './job-world';

let time: number;
let offline: boolean;
let signedIn: boolean;
let template: string;
let downloads: FakeDownloads;
let saveBoard: SaveBoard;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  time = new Date(2026, 2, 9, 8).getTime();
  offline = false;
  signedIn = true;
  template = '{doc} - {name}';
  const objectUrls = createFakeObjectUrls();
  downloads = createFakeDownloads(objectUrls);
  const images = createImageStore({ now: () => time, budgetBytes: async () => 1_000_000 });
  const downloadBoardImage = async () => {
    if (offline) throw new AppError('network-failed');
    return { blob: new Blob(['<svg width="4" height="3"/>']), claimedType: 'image/png' };
  };
  saveBoard = createBoardSaver({
    images,
    fetchImage: createImageFetcher({
      store: images,
      clientFor: () => ({ downloadBoardImage }),
      now: () => time,
      freshMs: async () => 1000,
    }),
    saver: createFileSaver({ objectUrls, downloads }),
    accountIdFor: async () => {
      if (!signedIn) throw new AppError('not-signed-in');
      return 'me';
    },
    now: () => time,
    template: async () => template,
  });
});

const flow = { brand: 'feishu', board: board(3), name: 'Login: flow', documentTitle: 'Road/map' } as const;

describe('saveBoard', () => {
  it('saves the picture under its name, with the extension that its bytes ask for', async () => {
    const saved = await saveBoard(flow);
    expect(saved.fileName).toBe('Road_map - Login_ flow.svg');
    expect(saved.image).toMatchObject({ whiteboardId: 'wb3', type: 'image/svg+xml' });
    expect(saved.stoodIn).toBeUndefined();
    const file = downloads.files.get(`/home/me/Downloads/${saved.fileName}`);
    expect(await file?.text()).toBe('<svg width="4" height="3"/>');
  });

  it('names it by the template, never into a folder', async () => {
    template = '../{date}/{n} {width}x{height} {id}';
    expect((await saveBoard(flow)).fileName).toBe('_2026-03-09_3 4x3 block3.svg');
  });

  it('says when an older picture stood in', async () => {
    await saveBoard(flow);
    offline = true;
    const fetchedAt = time;
    time += 5000;
    expect((await saveBoard(flow)).stoodIn).toEqual({ fetchedAt, because: { code: 'network-failed' } });
  });

  it('fails without an account, and without the id of the whiteboard', async () => {
    signedIn = false;
    await expect(saveBoard(flow)).rejects.toMatchObject({ code: 'not-signed-in' });
    const unknown = { ...flow, board: { ...flow.board, whiteboardId: undefined } };
    await expect(saveBoard(unknown)).rejects.toMatchObject({ code: 'board-token-unknown' });
    expect(downloads.items.size).toBe(0);
  });
});
