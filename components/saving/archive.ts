import { makeZip } from 'client-zip';

/** One file of an archive. */
export interface ArchiveEntry {
  /** Path inside the archive, with `/` between folder and name. */
  name: string;
  lastModified: Date;
  content: Blob | Uint8Array<ArrayBuffer> | string;
}

/**
 * A ZIP of the entries, in their order: written as a stream, so that no more than two pictures at a time are in
 * our memory; stored, because pictures do not get smaller; names flagged as UTF-8; ZIP64 where it must.
 *
 * @throws whatever `entries` throws: an archive is whole or none
 */
export async function makeArchive(entries: AsyncIterable<ArchiveEntry>): Promise<Blob> {
  let failure: { reason: unknown } | undefined;
  async function* files() {
    try {
      for await (const { name, lastModified, content } of oneAhead(entries)) {
        yield { name, lastModified, input: content };
      }
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

/** The same values, each asked for while the one before it is used. */
async function* oneAhead<Value>(values: AsyncIterable<Value>): AsyncGenerator<Value, void, undefined> {
  const iterator = values[Symbol.asyncIterator]();
  let coming = iterator.next();
  for (;;) {
    const { done, value } = await coming;
    if (done === true) return;
    coming = iterator.next();
    // Whoever stops listening after this value does not hear of a failure of the next one.
    coming.catch(() => undefined);
    yield value;
  }
}
