import { AppError, type ErrorData, toErrorData } from '../errors';
import { forbidsPrompts, type Job, type JobFile, type JobItem } from './job';
import type { JobRecords } from './job-records';
import { createPool } from './pool';
import type { NoteCounts } from '../picture-notes';
import type { Setting } from '../settings/setting';
import type { FileSaver } from './save-file';

/** The files of a job, by number: paths below the downloads folder. Same for the same records. */
export interface JobPlan {
  /** What one should know of the pictures. */
  notes: NoteCounts;
  /** Those that belong to no single board: archives, or the contact sheet and the report. */
  files: string[];
  /** For each board its own file, where it gets one; otherwise the number of the archive that it is in. */
  items: (string | number | undefined)[];
}

/** Makes the files of jobs, where there is a DOM. They read the records themselves. */
export interface JobFiles {
  plan(job: Job): Promise<JobPlan>;
  /** An object URL of one of the plan's files. Ends early, and fails, when `signal` aborts. */
  file(job: Job, index: number, signal: AbortSignal): Promise<string>;
  /** An object URL of one board's picture. @throws `storage-failed` */
  image(imageKey: string): Promise<string>;
}

/** Writes the files of a job whose boards are all stored or failed; what is written already stays. */
export type WriteJob = (records: JobRecords, id: string, signal: AbortSignal) => Promise<void>;

/**
 * Whether the browser asks where to save each file, as far as the last one told: only a file that is on its way to disk
 * tells.
 */
export type SavePrompt = Pick<Setting<boolean>, 'get' | 'set'>;

const writesAtOnce = 4;

/**
 * A browser that closes ends downloads and pages, and a moment later this worker: for so long, in ms, no failure to write
 * is believed. More than a Chromium 156 needs, and less than somebody waits for who cancels.
 */
const closingMs = 800;

/** Resolves when a browser that is closing, or that stops this worker, has done so. */
export function outliveClosing(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, closingMs));
}

/**
 * Every download is in the records before it begins, by the address that it reads from, which no other has: so whoever
 * dies in between finds it again, and writes no file twice. Of many files the first goes alone: where the
 * browser asks for it, the others wait until the user has agreed to be asked for them too.
 */
export function createJobWriter(
  files: JobFiles,
  saver: Pick<FileSaver, 'save' | 'takeUp'>,
  savePrompt: SavePrompt,
  mayBeClosing = outliveClosing,
): WriteJob {
  return async (records, id, signal) => {
    const job = (): Job => records.get(id);
    const plan = await files.plan(job());
    await records.change(id, { notes: plan.notes });
    /** Whether the browser asks; undefined before a file is on its way. */
    let asks: boolean | undefined;
    let isHeld = false;
    const onAsked = (): void => {
      asks = true;
    };
    const isToStop = (): boolean => signal.aborted || (isHeld ||= asks === true && forbidsPrompts(job()));

    const write = async (
      file: JobFile | undefined,
      keep: (file: JobFile) => Promise<void>,
      makeUrl: () => Promise<string>,
      path: string,
    ): Promise<JobFile> => {
      if (file?.name !== undefined) return file;
      asks ??= false;
      try {
        const begun = file && (await saver.takeUp(file, { signal, onAsked }));
        return begun ?? (await saver.save(makeUrl, path, { signal, onAsked, onBegin: keep }));
      } catch (thrown) {
        // In a browser that closes the next life of this worker writes it.
        if (!signal.aborted) await mayBeClosing();
        throw thrown;
      }
    };

    const writeItem = async (index: number, path: string): Promise<void> => {
      const { file, imageKey = '' } = job().items[index] ?? {};
      const keep = (begun: JobFile): Promise<void> => records.changeItems(id, [index], { file: begun });
      const written = await write(file, keep, () => files.image(imageKey), path);
      await records.changeItems(id, [index], { state: 'saved', file: written });
    };

    const writeFile = async (index: number, path: string): Promise<void> => {
      const keep = async (begun: JobFile): Promise<void> => {
        const all = [...job().files];
        all[index] = begun;
        await records.change(id, { files: all });
      };
      const written = await write(job().files[index], keep, () => files.file(job(), index, signal), path);
      const inIt = plan.items.flatMap((place, at) => (place === index ? [at] : []));
      await Promise.all([keep(written), records.changeItems(id, inIt, { state: 'saved' })]);
    };

    /** A failure that everything after it would meet. */
    let common: ErrorData | undefined;
    const paths = plan.items.flatMap((path, index) => (typeof path === 'string' ? [{ path, index }] : []));
    const due = paths.filter(({ index }) => job().items[index]?.state === 'stored');
    let atOnce = 1;
    const save = async ({ index, path }: (typeof due)[number]): Promise<void> => {
      if (isToStop()) return;
      try {
        if (common !== undefined) throw new AppError(common.code);
        await writeItem(index, path);
      } catch (thrown) {
        if (signal.aborted) return;
        const error = toErrorData(thrown);
        if (error.code === 'download-disk-full' || error.code === 'storage-full') common = error;
        const failed: Partial<JobItem> = { state: 'failed', error };
        await records.changeItems(id, [index], failed).catch(() => undefined);
      }
      atOnce = writesAtOnce;
    };
    const pool = createPool(() => atOnce, save);
    pool.add(due);
    await pool.idle();
    for (const [index, path] of plan.files.entries()) {
      if (!isToStop() && common === undefined) await writeFile(index, path);
    }
    if (asks !== undefined) await savePrompt.set(asks);
    if (isHeld) throw new AppError('download-asks-for-each');
  };
}
