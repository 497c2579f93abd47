import type { Downloads } from 'webextension-polyfill';
import type { DownloadsApi } from '../../../components/saving/save-file';

type Item = Pick<Downloads.DownloadItem, 'id' | 'url' | 'filename' | 'state'> & {
  error?: Downloads.InterruptReason;
};

/** A browser's downloads in memory: files by path, numbered when their name is taken, and what happens to them. */
export interface FakeDownloads extends DownloadsApi {
  files: Map<string, Blob>;
  items: Map<number, Item>;
  /** Whoever has listened until now hears nothing any more: a killed worker. */
  deafen(): void;
  /** How many listeners there are. */
  listening(): number;
  /** Whether downloads end by themselves. Otherwise they wait for `finish` and `interrupt`. */
  automatic: boolean;
  /** Whether the user is asked where each file goes: then a file has no name before `answer`. */
  asks: boolean;
  /** The user takes the place that is offered. */
  answer(id: number): Promise<void>;
  /** The reason that the next downloads are interrupted with, one each. */
  interruptions: Downloads.InterruptReason[];
  finish(id: number): Promise<void>;
  interrupt(id: number, error: Downloads.InterruptReason): void;
  /** Resolves when a download has begun and nobody has ended it. */
  begun(): Promise<number>;
}

/** Object URLs in memory, and the blobs that they lead to. */
export interface FakeObjectUrls {
  live: Map<string, Blob>;
  create(blob: Blob): string;
  revoke(url: string): Promise<void>;
}

export function createFakeObjectUrls(): FakeObjectUrls {
  const live = new Map<string, Blob>();
  let count = 0;
  return {
    live,
    create(blob) {
      const url = `blob:fake/${(count += 1)}`;
      live.set(url, blob);
      return url;
    },
    async revoke(url) {
      live.delete(url);
    },
  };
}

export function createFakeDownloads(urls: FakeObjectUrls): FakeDownloads {
  type Listener = (delta: Downloads.OnChangedDownloadDeltaType) => void;
  const listeners = new Set<Listener>();
  const items = new Map<number, Item>();
  const files = new Map<string, Blob>();
  /** What is offered to the user. */
  const offered = new Map<number, string>();
  let lastId = 0;
  let onBegun: ((id: number) => void)[] = [];
  const tell = (id: number, state: string): void => {
    for (const listener of listeners) listener({ id, state: { current: state } });
  };
  /** As `uniquify` does it. */
  const freeName = (wanted: string): string => {
    const taken = new Set([...items.values()].map(({ filename }) => filename));
    const dot = wanted.lastIndexOf('.');
    for (let number = 0; ; number += 1) {
      const name = number === 0 ? wanted : `${wanted.slice(0, dot)} (${number})${wanted.slice(dot)}`;
      if (!taken.has(name)) return name;
    }
  };

  const fake: FakeDownloads = {
    files,
    items,
    automatic: true,
    asks: false,
    interruptions: [],
    listening: () => listeners.size,
    deafen: () => listeners.clear(),
    begun: () => new Promise((resolve) => onBegun.push(resolve)),
    async download({ url, filename = '' }) {
      if (filename.includes('~')) throw new Error('Invalid filename');
      const id = (lastId += 1);
      const path = `/home/me/Downloads/${filename}`;
      items.set(id, { id, url, filename: fake.asks ? '' : freeName(path), state: 'in_progress' });
      if (fake.asks) offered.set(id, path);
      const [error] = fake.interruptions.splice(0, 1);
      if (error !== undefined) queueMicrotask(() => fake.interrupt(id, error));
      else if (fake.automatic && !fake.asks) queueMicrotask(() => void fake.finish(id));
      const waiting = onBegun;
      onBegun = [];
      for (const resolve of waiting) resolve(id);
      return id;
    },
    async answer(id) {
      const item = items.get(id);
      if (item) item.filename = freeName(offered.get(id) ?? '');
      offered.delete(id);
      await fake.finish(id);
    },
    async finish(id) {
      const item = items.get(id);
      if (item?.state !== 'in_progress') return;
      const blob = urls.live.get(item.url);
      if (blob === undefined) return fake.interrupt(id, 'NETWORK_FAILED');
      item.state = 'complete';
      files.set(item.filename, blob);
      tell(id, 'complete');
    },
    interrupt(id, error) {
      const item = items.get(id);
      if (item?.state !== 'in_progress') return;
      Object.assign(item, { state: 'interrupted', error });
      tell(id, 'interrupted');
    },
    search: async ({ id, url }) =>
      [...items.values()]
        .filter((item) => (id === undefined || item.id === id) && (url === undefined || item.url === url))
        .map((item) => ({
          ...item,
          incognito: false,
          danger: 'safe',
          mime: '',
          startTime: '',
          paused: false,
          canResume: false,
          bytesReceived: 0,
          totalBytes: 0,
          fileSize: 0,
          exists: true,
        })),
    async cancel(id) {
      fake.interrupt(id, 'USER_CANCELED');
    },
    async erase({ id }) {
      return id !== undefined && items.delete(id) ? [id] : [];
    },
    onChanged: {
      addListener: (listener) => void listeners.add(listener),
      removeListener: (listener) => void listeners.delete(listener),
    },
  };
  return fake;
}
