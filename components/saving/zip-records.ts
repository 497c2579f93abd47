/** One file of a ZIP as its records name it. */
export interface ZipMember {
  /** UTF-8 of its path, with `/` between folder and name. */
  name: Uint8Array;
  lastModified: Date;
  crc32: number;
  /** In bytes. */
  size: number;
  /** Where it begins in the archive, in bytes. */
  offset: number;
}

/** What does not fit into 16 or 32 bits is marked so, and stands in the fields of ZIP64. */
const most16 = 0xffff;
const most32 = 0xffffffff;

/** Versions that a program must know: 2.0 for folders, 4.5 for ZIP64. */
const version = 20;
const version64 = 45;
/** Names are UTF-8. */
const flags = 0x0800;
/** As from Unix, so that no program takes names for those of a code page. */
const madeBy = 0x0300;
/** A plain file that everybody may read: `-rw-r--r--`. */
const unixMode = 0o100644;

/**
 * What stands before the bytes of a file: stored, with its checksum and size.
 * Source: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.7 and 4.5.3
 */
export function localHeader({ name, lastModified, crc32, size }: ZipMember): Uint8Array<ArrayBuffer> {
  const is64 = size >= most32;
  const extra = is64 ? extra64([size, size]) : [];
  return record([
    [4, 0x04034b50],
    [2, is64 ? version64 : version],
    ...common({ name, lastModified, crc32, size }, extra),
    name,
    ...extra,
  ]);
}

/** The entry of a file in the list at the archive's end. Ibid. 4.3.12 */
export function centralHeader(member: ZipMember): Uint8Array<ArrayBuffer> {
  const { name, size, offset } = member;
  const large = [...(size >= most32 ? [size, size] : []), ...(offset >= most32 ? [offset] : [])];
  const extra = large.length > 0 ? extra64(large) : [];
  return record([
    [4, 0x02014b50],
    [2, madeBy | version64],
    [2, large.length > 0 ? version64 : version],
    ...common(member, extra),
    [2, 0], // Comment
    [2, 0], // Disk
    [2, 0], // Internal attributes
    [4, unixMode * 0x10000],
    [4, Math.min(offset, most32)],
    name,
    ...extra,
  ]);
}

/** The archive's end: how many files there are, and where the list of them stands. Ibid. 4.3.14 to 4.3.16 */
export function endOfArchive(files: number, listOffset: number, listSize: number): Uint8Array<ArrayBuffer> {
  const is64 = files >= most16 || listOffset >= most32 || listSize >= most32;
  const end64: Part[] = [
    [4, 0x06064b50],
    [8, 44], // What follows of this record
    [2, madeBy | version64],
    [2, version64],
    [4, 0], // Disks
    [4, 0],
    [8, files],
    [8, files],
    [8, listSize],
    [8, listOffset],
    [4, 0x07064b50],
    [4, 0],
    [8, listOffset + listSize],
    [4, 1],
  ];
  return record([
    ...(is64 ? end64 : []),
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, Math.min(files, most16)],
    [2, Math.min(files, most16)],
    [4, Math.min(listSize, most32)],
    [4, Math.min(listOffset, most32)],
    [2, 0],
  ]);
}

/** A number in so many bytes, or bytes as they are. */
type Part = readonly [bytes: 2 | 4 | 8, value: number] | Uint8Array;

/** The fields that both headers of a file share, from the flags to the length of the extra field. */
function common(
  { name, lastModified, crc32, size }: Omit<ZipMember, 'offset'>,
  extra: readonly Part[],
): Part[] {
  const [time, date] = dosTime(lastModified);
  return [
    [2, flags],
    [2, 0], // Stored
    [2, time],
    [2, date],
    [4, crc32],
    [4, Math.min(size, most32)],
    [4, Math.min(size, most32)],
    [2, name.length],
    [2, lengthOf(extra)],
  ];
}

function extra64(values: readonly number[]): Part[] {
  return [[2, 1], [2, 8 * values.length], ...values.map((value): Part => [8, value])];
}

/** Local time in steps of two seconds, from 1980 to 2107. */
function dosTime(at: Date): [time: number, date: number] {
  const year = Math.min(Math.max(at.getFullYear(), 1980), 2107) - 1980;
  return [
    (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1),
    (year << 9) | ((at.getMonth() + 1) << 5) | at.getDate(),
  ];
}

function lengthOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + (part instanceof Uint8Array ? part.length : part[0]), 0);
}

function record(parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(lengthOf(parts));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const part of parts) {
    if (part instanceof Uint8Array) {
      bytes.set(part, at);
      at += part.length;
      continue;
    }
    const [width, value] = part;
    if (width === 2) view.setUint16(at, value, true);
    else if (width === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += width;
  }
  return bytes;
}
