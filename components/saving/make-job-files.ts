import { AppError } from '../errors';
import type { SlideShape } from '../deck/deck-input';
import type { ImageStore } from '../image-store/image-store';
import { type ArchiveEntry, makeArchive } from './archive';
import { contactSheet, type SheetWords } from './contact-sheet';
import type { Job } from './job';
import { jobReport, type SavedPicture } from './job-report';
import { type FullPlan, type JobNaming, planJob } from './plan-job';
import type { JobPlan } from './write-job';

/** How the files of a job are made: plain data, so that another context can make them. */
export interface JobPaper {
  naming: JobNaming;
  words: SheetWords;
  /** Of slides; `width`: pixels that drawings are wide on them. */
  slides: { shape: SlideShape; cover: boolean; width: number };
}

type Images = Pick<ImageStore, 'get' | 'peek'>;

/** The plan of a job's files. */
export async function planJobFiles(images: Images, job: Job, { naming }: JobPaper): Promise<JobPlan> {
  const { files, items } = await plan(images, job, naming);
  return { files, items };
}

/**
 * One of the plan's files: an archive with its contact sheet and report, or one of these two by itself.
 *
 * @throws `storage-failed` when a picture is not in the store any more
 */
export async function makeJobFile(images: Images, job: Job, index: number, paper: JobPaper): Promise<Blob> {
  const made = await plan(images, job, paper.naming);
  const saved = new Map<number, SavedPicture>();
  const part = job.output === 'zip' ? index : undefined;

  async function* pictures(): AsyncGenerator<ArchiveEntry> {
    for (const [at, { imageKey = '' }] of job.items.entries()) {
      const path = made.paths[at];
      if (path === undefined || (part !== undefined && made.items[at] !== part)) continue;
      const found = await images.get(imageKey);
      if (found === undefined) throw new AppError('storage-failed');
      const content = new Uint8Array(await found.blob.arrayBuffer());
      const file = path.slice(made.folder.length + 1);
      saved.set(at, { image: found.image, file, sha256: await sha256(content) });
      yield { name: path, lastModified: new Date(found.image.fetchedAt), content };
    }
  }
  const sheet = (): string => contactSheet(job, saved, paper.words);
  const report = (): string => {
    const isSplit = part !== undefined && made.files.length > 1;
    return jobReport(job, saved, isSplit ? `${part + 1}/${made.files.length}` : undefined);
  };

  if (part === undefined) {
    for await (const _ of pictures()); // What they are is noted on the way.
    return index === 0
      ? new Blob([sheet()], { type: 'text/html' })
      : new Blob([report()], { type: 'application/json' });
  }
  async function* entries(): AsyncGenerator<ArchiveEntry> {
    yield* pictures();
    const lastModified = new Date(job.createdAt);
    // Unpacked into one folder, archives must not overwrite each other's.
    const suffix = part ? `-${part + 1}` : '';
    yield { name: `${made.folder}/index${suffix}.html`, lastModified, content: sheet() };
    yield { name: `${made.folder}/report${suffix}.json`, lastModified, content: report() };
  }
  return makeArchive(entries());
}

async function plan(images: Images, job: Job, naming: JobNaming): Promise<FullPlan> {
  const found = await images.peek(job.items.map(({ imageKey = '' }) => imageKey));
  return planJob(job, found, naming);
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
