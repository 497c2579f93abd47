import { AppError } from '../errors';
import type { ImageStore } from '../image-store/image-store';
import type { Job } from '../saving/job';
import { createJobReader } from '../saving/job-reader';
import { type JobContents, makeJobFile, planJobFiles, readContents } from '../saving/make-job-files';
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
  /**
   * What the last archive was planned of. Its first part is made at once, and of the same: reading hundreds of records
   * again takes longer than all else that making it takes.
   */
  let planned: JobContents | undefined;
  const takePlanned = (jobId: string): JobContents | undefined => {
    const last = planned;
    planned = undefined;
    return last?.job.id === jobId ? last : undefined;
  };
  return {
    'job/plan': async ({ jobId, paper }) => {
      const contents = await readContents(images, await read(jobId));
      planned = contents.job.output === 'zip' ? contents : undefined;
      return planJobFiles(contents, paper);
    },
    'job/file': async ({ jobId, index, paper }) => {
      const last = takePlanned(jobId);
      const job = last?.job ?? (await read(jobId));
      if (job.output !== 'deck') {
        const contents = last ?? (await readContents(images, job));
        return { url: URL.createObjectURL(await makeJobFile(images, contents, index, paper)) };
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
