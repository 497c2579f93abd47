import type { ErrorData } from '../errors';
import { countJob, type Job, type JobCounts, type JobRecord } from './job';

/** More failures than anybody reads in a popup; the report has them all. */
const mostFailures = 50;

/** What those who watch a job are shown of it: as much for ten boards as for thousands. */
export interface JobView
  extends
    Pick<
      JobRecord,
      'id' | 'createdAt' | 'state' | 'output' | 'documentTitle' | 'pageUrl' | 'counted' | 'error' | 'notes'
    >,
    JobCounts {
  /** Pages of a wiki: in all, read, and not to be read. */
  pages: { total: number; read: number; failed: number };
  /** Boards and pages that failed, the first ones. */
  failures: { name: string; error: ErrorData }[];
  /** Names of the archives, or of the slides, on disk. */
  fileNames: string[];
  /** Whether there is a file to show. */
  hasFile: boolean;
  /** How long it will take at the present rate, in ms, as far as that can be told. */
  msLeft?: number | undefined;
}

/** @param msLeft by `createEstimates` */
export function viewJob(job: Job, msLeft?: number): JobView {
  const { id, createdAt, state, output, documentTitle, pageUrl, counted, error, documents, items, notes } =
    job;
  const failures: JobView['failures'] = [];
  const pages = { total: documents.length, read: 0, failed: 0 };
  for (const document of documents) {
    if (document.state === 'listed') pages.read += 1;
    if (!document.error) continue;
    pages.failed += 1;
    failures.push({ name: document.title, error: document.error });
  }
  for (const { state: itemState, name, error: reason } of items) {
    if (failures.length >= mostFailures) break;
    if (itemState === 'failed') failures.push({ name, error: reason ?? { code: 'unexpected' } });
  }
  const archives = output === 'files' ? [] : job.files;
  return {
    ...countJob(job),
    id,
    createdAt,
    state,
    output,
    documentTitle,
    pageUrl,
    counted,
    error,
    notes,
    pages,
    failures: failures.slice(0, mostFailures),
    fileNames: archives.flatMap(({ name }) => name ?? []),
    hasFile: lastDownload(job) !== undefined,
    msLeft,
  };
}

/** The `downloads` id of a file of the job that is whole, the last one of those that are. */
export function lastDownload({ files, items }: Job): number | undefined {
  const whole = [...items.map(({ file }) => file), ...files].filter((file) => file?.name !== undefined);
  return whole.at(-1)?.downloadId;
}

/** How long jobs will take, from what this context has seen of them. */
export function createEstimates(now: () => number): (job: Job) => number | undefined {
  const begun = new Map<string, { at: number; decided: number }>();
  return (job) => {
    if (job.state !== 'running') {
      begun.delete(job.id);
      return undefined;
    }
    const { total, decided } = countJob(job);
    const first = begun.get(job.id) ?? { at: now(), decided };
    begun.set(job.id, first);
    const [elapsed, done] = [now() - first.at, decided - first.decided];
    // Before that, it would be a guess.
    if (elapsed < 2000 || done < 3) return undefined;
    const unread = job.documents.filter(({ state }) => state === 'waiting').length;
    const read = Math.max(1, job.documents.length - unread);
    // Pages that are not read yet have as many boards as those that are.
    const expected = total * (1 + unread / read);
    return ((expected - decided) * elapsed) / done;
  };
}
