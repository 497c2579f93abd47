import { AppError } from '../errors';
import type { ImageStore } from '../image-store/image-store';
import type { Job } from '../saving/job';
import { createJobStore } from '../saving/job-store';
import { makeJobFile, planJobFiles } from '../saving/make-job-files';
import type { Tasks } from './create-tasks';

/** The tasks that make the files of jobs. */
export type JobTasks = Pick<Tasks, 'job/plan' | 'job/file' | 'job/image'>;

export function createJobTasks(images: ImageStore): JobTasks {
  const store = createJobStore();
  const read = async (jobId: string): Promise<Job> => {
    const [job] = await store.list(jobId);
    if (!job) throw new AppError('job-missing');
    return job;
  };
  return {
    'job/plan': async ({ jobId, paper }) => planJobFiles(images, await read(jobId), paper),
    'job/file': async ({ jobId, index, paper }) => ({
      url: URL.createObjectURL(await makeJobFile(images, await read(jobId), index, paper)),
    }),
    'job/image': async ({ imageKey }) => {
      const found = await images.get(imageKey);
      if (!found) throw new AppError('storage-failed');
      return { url: URL.createObjectURL(found.blob) };
    },
  };
}
