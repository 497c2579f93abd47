import { AppError } from '../errors';
import type { ImageStore } from '../image-store/image-store';
import type { Job } from '../saving/job';
import { createJobReader } from '../saving/job-reader';
import { makeJobFile, planJobFiles } from '../saving/make-job-files';
import type { Tasks } from './create-tasks';
import { makeDeckFile } from './make-deck-file';
import type { SlidePicturesDeps } from './slide-pictures';

/** The tasks that make the files of jobs. */
export type JobTasks = Pick<Tasks, 'job/plan' | 'job/file' | 'job/stop' | 'job/image'>;

/** @param slides what draws the pictures of slides; asked for when there are some to make */
export function createJobTasks(
  images: ImageStore,
  slides: () => Promise<Omit<SlidePicturesDeps, 'images' | 'signal'>>,
): JobTasks {
  const readJob = createJobReader();
  const decks = new Map<string, AbortController>();
  const read = async (jobId: string): Promise<Job> => {
    const job = await readJob(jobId);
    if (!job) throw new AppError('job-missing');
    return job;
  };
  return {
    'job/plan': async ({ jobId, paper }) => planJobFiles(images, await read(jobId), paper),
    'job/file': async ({ jobId, index, paper }) => {
      const job = await read(jobId);
      if (job.output !== 'deck') {
        return { url: URL.createObjectURL(await makeJobFile(images, job, index, paper)) };
      }
      const controller = new AbortController();
      decks.set(jobId, controller);
      try {
        const deps = { ...(await slides()), images, signal: controller.signal };
        return { url: URL.createObjectURL(await makeDeckFile(deps, job, paper)) };
      } finally {
        decks.delete(jobId);
      }
    },
    'job/stop': async ({ jobId }) => {
      decks.get(jobId)?.abort();
      return null;
    },
    'job/image': async ({ imageKey }) => {
      const found = await images.get(imageKey);
      if (!found) throw new AppError('storage-failed');
      return { url: URL.createObjectURL(found.blob) };
    },
  };
}
