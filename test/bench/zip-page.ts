import { Zip, ZipPassThrough } from 'fflate';
import { createStore, getMany, setMany } from 'idb-keyval';
import JSZip from 'jszip';
import { checksumsOf } from '../../components/images/checksums';
import { type ArchiveEntry, makeArchive } from '../../components/saving/archive';

/** Runs in a page of the extension: pictures lie in IndexedDB, and archives of them are made and saved. */
export interface ZipPage {
  fill(count: number, bytes: number): Promise<void>;
  /** From the store to the file on disk, in ms. */
  save(by: 'ours' | 'fflate' | 'jszip'): Promise<number>;
  /** An archive of so many files, each as large, saved: how large it is, in bytes. */
  saveLarge(files: number, bytes: number): Promise<number>;
}

declare global {
  interface Window {
    zipPage?: ZipPage;
  }
}

/** The browser's own API, as far as it is used here. */
declare const chrome: {
  downloads: {
    download(options: { url: string; filename: string }): Promise<number>;
    search(query: { id: number }): Promise<{ state: string }[]>;
    onChanged: { addListener(listener: () => void): void };
  };
};

const store = createStore('bench-pictures', 'pictures');
const lastModified = new Date(2026, 0, 5);
/** As the extension notes them when a picture comes. */
const checksums = new Map<string, number>();
const nameOf = (index: number): string => `${index}.jpg`;

async function read(): Promise<[string, Blob][]> {
  const names = [...checksums.keys()];
  const blobs = await getMany<Blob>(names, store);
  return names.flatMap((name, index) => (blobs[index] ? [[name, blobs[index]] as [string, Blob]] : []));
}

async function ours(): Promise<Blob> {
  async function* entries(): AsyncGenerator<ArchiveEntry> {
    for (const [name, content] of await read()) {
      yield { name, lastModified, content, crc32: checksums.get(name) };
    }
  }
  return makeArchive(entries());
}

async function byFflate(): Promise<Blob> {
  const parts: BlobPart[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    parts.push(new Blob([chunk.slice()]));
  });
  for (const [name, blob] of await read()) {
    const file = new ZipPassThrough(name);
    zip.add(file);
    file.push(new Uint8Array(await blob.arrayBuffer()), true);
  }
  zip.end();
  return new Blob(parts);
}

async function byJszip(): Promise<Blob> {
  const zip = new JSZip();
  for (const [name, blob] of await read()) zip.file(name, blob);
  return zip.generateAsync({ type: 'blob', compression: 'STORE' });
}

/** Saves as the extension does: an object URL, and the browser's downloads. */
async function toDisk(blob: Blob): Promise<void> {
  const url = URL.createObjectURL(blob);
  const id = await chrome.downloads.download({ url, filename: 'bench.zip' });
  for (;;) {
    const changed = new Promise<void>((resolve) => chrome.downloads.onChanged.addListener(resolve));
    const [item] = await chrome.downloads.search({ id });
    if (item?.state === 'complete') break;
    if (item?.state !== 'in_progress') throw new Error(`The archive was not saved: ${item?.state}`);
    await changed;
  }
  URL.revokeObjectURL(url);
}

const makers = { ours, fflate: byFflate, jszip: byJszip };

window.zipPage = {
  async fill(count, bytes) {
    for (let index = 0; index < count; index += 1) {
      const picture = new Uint8Array(bytes);
      for (let at = 0; at < bytes; at += 65_536) {
        crypto.getRandomValues(picture.subarray(at, Math.min(bytes, at + 65_536)));
      }
      checksums.set(nameOf(index), (await checksumsOf(picture)).crc32);
      await setMany([[nameOf(index), new Blob([picture])]], store);
    }
  },
  async saveLarge(files, bytes) {
    const part = new Uint8Array(bytes).map((_, at) => at & 0xff);
    const crc32 = (await checksumsOf(part)).crc32;
    const content = new Blob([part]);
    async function* entries(): AsyncGenerator<ArchiveEntry> {
      for (let file = 1; file <= files; file += 1)
        yield { name: `画板/${file}.png`, lastModified, content, crc32 };
    }
    const archive = await makeArchive(entries());
    await toDisk(archive);
    return archive.size;
  },
  async save(by) {
    const began = performance.now();
    await toDisk(await makers[by]());
    return performance.now() - began;
  },
};
