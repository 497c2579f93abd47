import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  centralHeader,
  endOfArchive,
  localHeader,
  type ZipMember,
} from '../../../components/saving/zip-records';

// Other programs read what is written here: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 30_000 });

const lastModified = new Date(2026, 0, 5, 12, 30, 10);
let file = '';

beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'zip-records-')), 'a.zip');
});
afterEach(() => rmSync(join(file, '..'), { recursive: true }));

/** Names and sizes, as Python's `zipfile` reads them. */
function listed(): [name: string, bytes: number][] {
  const script =
    'import json, sys, zipfile; print(json.dumps([[i.filename, i.file_size] for i in zipfile.ZipFile(sys.argv[1]).infolist()]))';
  return JSON.parse(execFileSync('python3', ['-c', script, file], { maxBuffer: 64_000_000 }).toString());
}

describe('the records of a ZIP', () => {
  it('count more files than the old format can', () => {
    let at = 0;
    const members: ZipMember[] = [];
    const headers: Uint8Array[] = [];
    for (let index = 0; index < 66_000; index += 1) {
      const member = { name: Buffer.from(`${index}.png`), lastModified, crc32: 0, size: 0, offset: at };
      const header = localHeader(member);
      at += header.length;
      members.push(member);
      headers.push(header);
    }
    const list = Buffer.concat(members.map(centralHeader));
    writeFileSync(file, Buffer.concat([...headers, list, endOfArchive(members.length, at, list.length)]));
    expect(execFileSync('unzip', ['-tq', file]).toString()).toContain('No errors');
    expect(listed()).toHaveLength(66_000);
  });

  it('reach beyond four gigabytes, in a file and behind it', () => {
    const large: ZipMember = {
      name: Buffer.from('large.png'),
      lastModified,
      crc32: 0,
      size: 2 ** 32 + 5,
      offset: 0,
    };
    const header = localHeader(large);
    const offset = header.length + large.size;
    const small: ZipMember = { name: Buffer.from('画板.png'), lastModified, crc32: 0, size: 0, offset };
    const listOffset = offset + localHeader(small).length;
    const list = Buffer.concat([large, small].map(centralHeader));
    writeFileSync(file, header);
    // A hole takes no room on the disk.
    truncateSync(file, offset);
    const end = Buffer.concat([localHeader(small), list, endOfArchive(2, listOffset, list.length)]);
    writeFileSync(file, end, { flag: 'a' });
    expect(listed()).toEqual([
      ['large.png', 2 ** 32 + 5],
      ['画板.png', 0],
    ]);
    expect(execFileSync('unzip', ['-t', file, '画板.png']).toString()).toContain('No errors');
    expect(execFileSync('unzip', ['-Zv', file, 'large.png']).toString()).toMatch(/4294967301 bytes/);
  });
});
