import { AppError } from '../errors';
import type { DeckPicture } from '../deck/deck-input';
import type { ImageStore } from '../image-store/image-store';
import type { ConvertPicture } from '../images/convert-picture';
import { slidePng } from '../images/slide-png';
import { boardSource, documentSource } from '../saving/board-source';
import type { Job } from '../saving/job';
import type { JobPaper } from '../saving/make-job-files';

export interface MakeDeckDeps {
  images: Pick<ImageStore, 'get'>;
  convert: ConvertPicture;
  signal: AbortSignal;
}

/** What every program shows on a slide as it is. */
const shownAsServed: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif']);

/**
 * The slides of a job's boards, in their order. What makes slides is large, and loaded now.
 *
 * @throws `storage-failed` when a picture is not in the store any more, `cancelled`, and as drawing them does
 */
export async function makeDeckFile(deps: MakeDeckDeps, job: Job, paper: JobPaper): Promise<Blob> {
  const { images, convert, signal } = deps;
  const { shape, cover, width } = paper.slides;
  const items = job.items.filter(({ state }) => state === 'stored' || state === 'saved');

  const read = async (index: number): Promise<DeckPicture> => {
    const found = await images.get(items[index]?.imageKey ?? '');
    if (!found) throw new AppError('storage-failed');
    if (shownAsServed.has(found.image.type)) return { picture: found.blob };
    const { png } = await slidePng(found, width, convert);
    if (found.image.type !== 'image/svg+xml') return { picture: png };
    const drawing = await convert({ kind: 'served', blob: found.blob }, { format: 'svg' }, { signal });
    return { picture: png, vector: drawing.blob };
  };

  const { buildDeck } = await import('../deck/build-deck');
  return buildDeck(
    {
      title: job.documentTitle,
      link: documentSource(job, undefined),
      date: new Date(job.createdAt).toLocaleDateString(paper.words.language, { dateStyle: 'long' }),
      shape,
      cover,
      boards: items.map((item) => ({
        name: item.name,
        heading: item.board.heading,
        link: boardSource(job, item),
      })),
      read,
      createdAt: job.createdAt,
    },
    { signal },
  );
}
