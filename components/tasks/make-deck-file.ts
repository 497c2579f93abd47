import { openDeckProgress } from '../messaging/deck-progress';
import { boardSource, documentSource } from '../saving/board-source';
import type { Job } from '../saving/job';
import type { JobPaper } from '../saving/make-job-files';
import { createSlidePictures, type SlidePicturesDeps } from './slide-pictures';

/**
 * The slides of a job's boards, in their order; it tells how far it is. What makes slides is large, and loaded now.
 *
 * @throws as the reading of their pictures
 */
export async function makeDeckFile(deps: SlidePicturesDeps, job: Job, paper: JobPaper): Promise<Blob> {
  const { id: jobId, brand, recipe } = job;
  const { shape, cover, width } = paper.slides;
  const items = job.items.filter(({ state }) => state === 'stored' || state === 'saved');
  const readPicture = createSlidePictures(deps, { brand, recipe, shape, width });
  const { buildDeck } = await import('../deck/build-deck');
  const progress = openDeckProgress();
  const onProgress = (done: number, total: number): void => progress.tell({ jobId, done, total });
  onProgress(0, items.length);
  try {
    return await buildDeck(
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
        read: (index) => readPicture(items[index]?.imageKey ?? ''),
        createdAt: job.createdAt,
      },
      { signal: deps.signal, onProgress },
    );
  } finally {
    progress.close();
  }
}
