import { errorText } from '../../i18n/error-text';
import { formatDuration } from '../../i18n/format-time';
import { t } from '../../i18n/t';
import { tCount } from '../../i18n/t-count';
import type { JobView } from '../../saving/view-job';

/** How far a job is that is not over, in words. */
export function progressText({ state, decided, total, counted = 0 }: JobView): string {
  switch (state) {
    case 'counting':
      return tCount('job_counting', counted);
    case 'asking':
      return tCount('job_ask', counted);
    case 'saving':
      return t('job_writing');
    case 'paused':
      return t('job_paused', [decided, total]);
    case 'waiting':
      return t('job_waiting', [decided, total]);
    case 'running':
    case 'done':
    case 'failed':
    case 'cancelled':
    default:
      return t('job_fetching', [decided, total]);
  }
}

/** What stands beside it: how many pages are read, and how long it will take. */
export function progressDetails({ state, pages, msLeft }: JobView): string[] {
  const isReading = pages.total > 0 && pages.read + pages.failed < pages.total;
  return [
    ...(isReading && state !== 'asking' ? [t('job_listing', [pages.read, pages.total])] : []),
    ...(msLeft === undefined ? [] : [t('job_time_left', formatDuration(msLeft))]),
  ];
}

/** What came of a job that is over. */
export function resultText({ state, total, failed, saved }: JobView): string {
  if (state === 'done') return tCount('job_done', total - failed);
  if (state === 'failed') return t('job_failed');
  return saved > 0 ? tCount('job_cancelled_after', saved) : t('job_cancelled');
}

/** How many boards and pages could not be had; empty where none. */
export function failureTexts({ failed, pages }: JobView): string[] {
  return [
    ...(failed > 0 ? [tCount('job_failed', failed)] : []),
    ...(pages.failed > 0 ? [tCount('job_unread', pages.failed)] : []),
  ];
}

/** The same for a screen reader, all of it. */
export function spokenText(job: JobView, isOver: boolean): string {
  if (job.error) return errorText(job.error).sentence;
  if (!isOver) return progressText(job);
  return [resultText(job), ...failureTexts(job)].join(' ');
}
