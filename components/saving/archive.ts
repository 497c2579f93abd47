import { makeZip } from 'client-zip';
import { AppError } from '../errors';
import type { ImageStore } from '../image-store/image-store';

/** One file of an archive. */
export interface ArchiveEntry {
  /** Path inside the archive, with `/` between folder and name. */
  name: string;
  lastModified: Date;
  blob: Blob;
}

/** A stored picture as a file of an archive: plain data, so that another context can make the archive. */
export interface ArchivedImage {
  /** Path inside the archive, with `/` between folder and name. */
  name: string;
  imageKey: string;
  /** Milliseconds since the epoch. */
  lastModified: number;
}

/**
 * A ZIP of stored pictures, in the order of `files`.
 *
 * @throws `storage-failed` when one of them is not in the store any more
 */
export function archiveStored(
  images: Pick<ImageStore, 'get'>,
  files: readonly ArchivedImage[],
): Promise<Blob> {
  async function* entries(): AsyncGenerator<ArchiveEntry> {
    for (const { name, imageKey, lastModified } of files) {
      const found = await images.get(imageKey);
      if (found === undefined) throw new AppError('storage-failed');
      yield { name, lastModified: new Date(lastModified), blob: found.blob };
    }
  }
  return makeArchive(entries());
}

/**
 * A ZIP of the entries, in their order: written as a stream, so that no more than one picture at a time is in
 * our memory; stored, because pictures do not get smaller; names flagged as UTF-8.
 *
 * @throws whatever `entries` throws: an archive is whole or none
 */
export async function makeArchive(entries: AsyncIterable<ArchiveEntry>): Promise<Blob> {
  let failure: { reason: unknown } | undefined;
  async function* files() {
    try {
      for await (const { name, lastModified, blob } of entries) yield { name, lastModified, input: blob };
    } catch (reason) {
      failure = { reason };
      throw reason;
    }
  }
  try {
    const zip = new Response(makeZip(files()), { headers: { 'content-type': 'application/zip' } });
    return await zip.blob();
  } catch (error) {
    throw failure === undefined ? error : failure.reason;
  }
}
