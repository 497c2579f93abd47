import { language } from '../../components/i18n/language';
import { errorText } from '../../components/i18n/error-text';
import { noteText } from '../../components/i18n/note-text';
import { t } from '../../components/i18n/t';
import { tCount } from '../../components/i18n/t-count';
import { countJob, type Job } from '../../components/saving/job';
import type { JobPaper } from '../../components/saving/make-job-files';
import type { JobFiles } from '../../components/saving/write-job';
import { settings } from '../../components/settings/settings';
import type { TaskRunner } from './task-runner';

/**
 * The files of jobs, made by tasks; the place where they run is held for as long as one of their object URLs is in
 * use.
 */
export function createTaskJobFiles(tasks: TaskRunner): {
  files: JobFiles;
  revokeUrl(url: string): Promise<void>;
} {
  const releases = new Map<string, () => void>();
  const open = async (ask: () => Promise<{ url: string }>): Promise<string> => {
    const release = await tasks.hold();
    try {
      const { url } = await ask();
      releases.set(url, release);
      return url;
    } catch (thrown) {
      release();
      throw thrown;
    }
  };
  return {
    files: {
      plan: async (job) => tasks.run('job/plan', { jobId: job.id, paper: await paperFor(job) }),
      file: (job, index, signal) =>
        open(async () => {
          const jobId = job.id;
          const paper = await paperFor(job);
          signal.addEventListener('abort', () => void tasks.run('job/stop', { jobId }));
          return tasks.run('job/file', { jobId, index, paper });
        }),
      image: (imageKey) => open(() => tasks.run('job/image', { imageKey })),
    },
    async revokeUrl(url) {
      await tasks.run('offscreen/revoke-url', { url });
      releases.get(url)?.();
      releases.delete(url);
    },
  };
}

/** Names and words for the files: where they are made, there are neither settings nor locale files. */
async function paperFor(job: Job): Promise<JobPaper> {
  const [shape, cover, width, one, name, partMb] = await Promise.all([
    settings.slideShape.get(),
    settings.slideCover.get(),
    settings.slideWidth.get(),
    settings.fileNameOne.get(),
    settings.fileNameInSet.get(),
    settings.archivePartMb.get(),
  ]);
  const { total, failed } = countJob(job);
  const codes = [...job.items, ...job.documents].flatMap(({ error }) => error?.code ?? []);
  return {
    naming: { one, name, folder: '{doc}', partBytes: partMb * 1_000_000 },
    slides: { shape, cover, width },
    words: {
      language: language(),
      count: tCount('popup_boards', total - failed),
      open: t('sheet_open'),
      missing: t('sheet_missing'),
      older: t('sheet_older'),
      notes: Object.fromEntries(Object.keys(job.notes ?? {}).map((note) => [note, noteText(note)])),
      errors: Object.fromEntries([...new Set(codes)].map((code) => [code, errorText({ code }).sentence])),
    },
  };
}
