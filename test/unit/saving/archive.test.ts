import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../components/errors';
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

  it('asks for one entry ahead, and no more', async () => {
    let open = 0;
    let most = 0;
    async function* entries(): AsyncGenerator<ArchiveEntry> {
      for (let index = 0; index < 5; index += 1) {
        open += 1;
        most = Math.max(most, open);
        yield { name: `${index}.png`, lastModified, content: randomBytes(200_000) };
        open -= 1;
      }
    }
    await makeArchive(entries());
    expect(most).toBeLessThanOrEqual(2);
  });

  it('gives no archive at all when an entry fails, and says why', async () => {
    async function* entries(): AsyncGenerator<ArchiveEntry> {
      yield* list(['1.png', randomBytes(10)]);
      throw new AppError('cancelled');
    }
    await expect(makeArchive(entries())).rejects.toMatchObject({ code: 'cancelled' });
  });
});
