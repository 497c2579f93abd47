import { crc32 } from '../images/crc32';
import { centralHeader, endOfArchive, localHeader, type ZipMember } from './zip-records';

/** One file of an archive. */
export interface ArchiveEntry {
  /** Path inside the archive, with `/` between folder and name. */
  name: string;
  lastModified: Date;
  content: Blob | Uint8Array<ArrayBuffer> | string;
  /** Of the content, where it is known: then the content is not read. */
  crc32?: number | undefined;
}

/**
 * A ZIP of the entries, in their order: put together of blobs as they are, so that no bytes but those of the
 * headers pass through our memory where the checksums are known, and one file's at a time where they are not.
 * Stored, because pictures do not get smaller; names flagged as UTF-8; ZIP64 where it must.
 *
 * @throws whatever `entries` throws: an archive is whole or none
 */
export async function makeArchive(entries: AsyncIterable<ArchiveEntry>): Promise<Blob> {
  const encoder = new TextEncoder();
  const parts: BlobPart[] = [];
  const members: ZipMember[] = [];
  let size = 0;
  const add = (part: Blob | Uint8Array<ArrayBuffer>): void => {
    parts.push(part);
    size += part instanceof Blob ? part.size : part.length;
  };
  for await (const { name, lastModified, content, crc32: known } of entries) {
    // Bytes are handed to the browser at once: it keeps them on disk where they are many.
    const blob = content instanceof Blob ? content : new Blob([content]);
    const member: ZipMember = {
      name: encoder.encode(name),
      lastModified,
      crc32: known ?? crc32(new Uint8Array(await blob.arrayBuffer())),
      size: blob.size,
      offset: size,
    };
    members.push(member);
    add(localHeader(member));
    add(blob);
  }
  const listOffset = size;
  for (const member of members) add(centralHeader(member));
  add(endOfArchive(members.length, listOffset, size - listOffset));
  return new Blob(parts, { type: 'application/zip' });
}
