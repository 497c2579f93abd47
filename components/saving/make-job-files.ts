import { AppError } from '../errors';
import type { SlideShape } from '../deck/deck-input';
import type { ImageStore } from '../image-store/image-store';
import type { StoredImage } from '../image-store/stored-image';
import { checksumsOf } from '../images/checksums';
import { type ArchiveEntry, makeArchive } from './archive';
import { contactSheet, type SheetWords } from './contact-sheet';
import type { Job, JobItem } from './job';
import { jobReport, type SavedPicture } from './job-report';
import { countNotes } from '../picture-notes';
import { type JobNaming, planJob } from './plan-job';
import type { JobPlan } from './write-job';

/** How the files of a job are made: plain data, so that another context can make them. */
export interface JobPaper {
  naming: JobNaming;
  words: SheetWords;
  /** Of slides; `width`: pixels that drawings are wide on them. */
  slides: { shape: SlideShape; cover: boolean; width: number };
}

type Images = Pick<ImageStore, 'blobs' | 'get' | 'peek'>;

/** Pictures asked for at a time. */
const batch = 100;

/** A job with what is known of its pictures, in the order of its boards. */
export interface JobContents {
  job: Job;
  known: readonly (StoredImage | undefined)[];
}

/** @throws `storage-failed` */
export async function readContents(images: Pick<Images, 'peek'>, job: Job): Promise<JobContents> {
  return { job, known: await images.peek(job.items.map(({ imageKey = '' }) => imageKey)) };
}

/** The plan of a job's files. */
export function planJobFiles({ job, known }: JobContents, { naming }: JobPaper): JobPlan {
  const { files, items, paths } = planJob(job, known, naming);
  return { files, items, notes: countNotes(known.filter((_, at) => paths[at] !== undefined)) };
}

/**
 * One of the plan's files: an archive with its contact sheet and report, or one of these two by itself.
 *
 * @throws `storage-failed` when a picture is not in the store any more
 */
export async function makeJobFile(
  images: Pick<Images, 'blobs' | 'get'>,
  { job, known }: JobContents,
  index: number,
  paper: JobPaper,
): Promise<Blob> {
  const made = planJob(job, known, paper.naming);
  const saved = new Map<number, SavedPicture>();
  const part = job.output === 'zip' ? index : undefined;

  async function* pictures(): AsyncGenerator<ArchiveEntry> {
    const due = made.paths.flatMap((path, at) => {
      const isDue = part === undefined || made.items[at] === part;
      return path !== undefined && isDue ? [{ at, path, image: known[at] }] : [];
    });
    for (let first = 0; first < due.length; first += batch) {
      const some = due.slice(first, first + batch);
      const blobs = await images.blobs(some.map(({ image }) => image?.key ?? ''));
      for (const [place, { at, path, image }] of some.entries()) {
        const content = blobs[place];
        const file = fileOf(job.items[at], path.slice(made.folder.length + 1));
        if (image === undefined || content?.size !== image.bytes) {
          if (part === undefined) {
            // By itself it is on disk, whatever the store has.
            saved.set(at, { file });
            continue;
          }
          // Whoever reads what is broken removes it: the job's next run fetches it anew.
          if (image !== undefined) await images.get(image.key);
          throw new AppError('storage-failed');
        }
        const { crc32, sha256 } =
          image.checksums ?? (await checksumsOf(new Uint8Array(await content.arrayBuffer())));
        saved.set(at, { image, file, sha256 });
        yield { name: path, lastModified: new Date(image.fetchedAt), content, crc32 };
      }
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

/** @param planned path in the job's folder; by itself on disk, the browser may have numbered it */
function fileOf(item: JobItem | undefined, planned: string): string {
  return planned.replace(/[^/]*$/, (name) => item?.file?.name ?? name);
}
