import { makeZip } from 'client-zip';

/** One file of an archive. */
export interface ArchiveEntry {
  /** Path inside the archive, with `/` between folder and name. */
  name: string;
  lastModified: Date;
  blob: Blob;
}

/**
 * A ZIP of the entries, in their order: written as a stream, so that no more than one picture at a time is in
 * our memory; stored, because pictures do not get smaller; names flagged as UTF-8.
 *
 * `client-zip` is 2.7 kB, so it is not worth a lazy chunk, which a service worker could not load anyway.
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
