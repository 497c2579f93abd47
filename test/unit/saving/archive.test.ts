import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../components/errors';
import { crc32 } from '../../../components/images/crc32';
import { type ArchiveEntry, makeArchive } from '../../../components/saving/archive';

const lastModified = new Date(2026, 0, 5, 12, 30, 10);

async function* list(...entries: [string, Uint8Array<ArrayBuffer>][]): AsyncGenerator<ArchiveEntry> {
  for (const [name, bytes] of entries) yield { name, lastModified, content: bytes };
}

/** A file that another program can open. */
function onDisk<Result>(zip: Uint8Array, use: (file: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'archive-'));
  try {
    writeFileSync(join(folder, 'a.zip'), zip);
    return use(join(folder, 'a.zip'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Info-ZIP, a program that is not ours; the set-up of the tests installs it. */
const unzip = (...args: string[]): Buffer => execFileSync('unzip', args);

describe('makeArchive', () => {
  it('writes an archive that another program reads, with its folder and its names in any script', async () => {
    const picture = randomBytes(70_000);
    const entries = list(['路线图/01 登录.png', picture], ['路线图/02 Zoë 🙂.svg', new Uint8Array(0)]);
    const zip = await makeArchive(entries);
    expect(zip.type).toBe('application/zip');
    onDisk(new Uint8Array(await zip.arrayBuffer()), (file) => {
      expect(unzip('-t', file).toString()).toContain('No errors');
      expect(unzip('-p', file, '*01*').equals(picture)).toBe(true);
    });
  });

  it('stores the bytes as they are, flags names as UTF-8 and keeps the time', async () => {
    const picture = randomBytes(500);
    const zip = Buffer.from(await (await makeArchive(list(['画板.png', picture]))).arrayBuffer());
    const name = Buffer.from('画板.png');
    expect(zip.readUInt16LE(6) & 0x800).toBe(0x800);
    expect(zip.readUInt16LE(8)).toBe(0);
    expect(zip.readUInt16LE(10)).toBe((12 << 11) | (30 << 5) | 5);
    expect(zip.readUInt16LE(12)).toBe((46 << 9) | (1 << 5) | 5);
    expect(zip.subarray(30, 30 + name.length).equals(name)).toBe(true);
    expect(zip.includes(picture)).toBe(true);
  });

  it('reads no file whose checksum is known', async () => {
    const picture = randomBytes(1000);
    const content = new Blob([picture]);
    content.arrayBuffer = () => Promise.reject(new Error('This was not to be read.'));
    async function* entries(): AsyncGenerator<ArchiveEntry> {
      yield { name: '1.png', lastModified, content, crc32: crc32(picture) };
    }
    onDisk(new Uint8Array(await (await makeArchive(entries())).arrayBuffer()), (file) => {
      expect(unzip('-t', file).toString()).toContain('No errors');
      expect(unzip('-p', file, '1.png').equals(picture)).toBe(true);
    });
  });

  it('reads one file after the other where checksums are not known', async () => {
    let reading = 0;
    let most = 0;
    async function* entries(): AsyncGenerator<ArchiveEntry> {
      for (let index = 0; index < 5; index += 1) {
        const content = new Blob([randomBytes(1000)]);
        content.arrayBuffer = async () => {
          most = Math.max(most, (reading += 1));
          const bytes = await new Response(content).arrayBuffer();
          reading -= 1;
          return bytes;
        };
        yield { name: `${index}.png`, lastModified, content };
      }
    }
    await makeArchive(entries());
    expect(most).toBe(1);
  });

  it('gives no archive at all when an entry fails, and says why', async () => {
    async function* entries(): AsyncGenerator<ArchiveEntry> {
      yield* list(['1.png', randomBytes(10)]);
      throw new AppError('cancelled');
    }
    await expect(makeArchive(entries())).rejects.toMatchObject({ code: 'cancelled' });
  });
});
