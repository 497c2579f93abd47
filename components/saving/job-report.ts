import type { ErrorData } from '../errors';
import type { StoredImage } from '../image-store/stored-image';
import { boardSource, documentSource } from './board-source';
import type { Job } from './job';

/** What became of each board, by its place in the job. */
export interface SavedPicture {
  /** Absent, with its digest, once the store has it no more. */
  image?: StoredImage | undefined;
  /** Path relative to the job's folder. */
  file: string;
  /** Lower-case hexadecimal. */
  sha256?: string | undefined;
}

/**
 * `report.json`: every board of the job, with its file or why there is none. Only plain facts: no token, and of
 * errors nothing but codes and log ids.
 */
export function jobReport(
  job: Job,
  saved: ReadonlyMap<number, SavedPicture>,
  part: string | undefined,
): string {
  const boards = job.items.flatMap((item, index): object[] => {
    const { board, name, error, stoodIn } = item;
    const picture = saved.get(index);
    // Saved, but in another archive.
    if (picture === undefined && item.state !== 'failed') return [];
    const about = {
      id: board.whiteboardId ?? null,
      block: board.blockId,
      name,
      heading: board.heading,
      source: boardSource(job, item),
    };
    if (picture === undefined) return [{ ...about, error: plain(error) }];
    const { image, file, sha256 } = picture;
    return [
      {
        ...about,
        file,
        bytes: image?.bytes ?? item.bytes,
        sha256,
        type: image?.type,
        width: image?.width || undefined,
        height: image?.height || undefined,
        fetched: image && new Date(image.fetchedAt).toISOString(),
        isOlder: stoodIn === undefined ? undefined : true,
        // What was made of it, and what looks wrong with it: the same codes as the notes in the popup.
        made: image?.made,
        faults: image?.faults,
        text: image?.writing && 'text' in image.writing ? image.writing.text : undefined,
        textError: image?.writing && 'error' in image.writing ? image.writing.error : undefined,
      },
    ];
  });
  const documents = job.documents.map(({ title, error }, index) => ({
    title,
    source: documentSource(job, index),
    error: plain(error),
  }));
  const report = {
    version: 1,
    title: job.documentTitle,
    source: documentSource(job, undefined),
    started: new Date(job.createdAt).toISOString(),
    part,
    documents: documents.length > 0 ? documents : undefined,
    boards,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function plain(error: ErrorData | undefined): object | undefined {
  if (error === undefined) return undefined;
  const { status, apiCode, logId } = error.details ?? {};
  return { code: error.code, status, apiCode, logId };
}
