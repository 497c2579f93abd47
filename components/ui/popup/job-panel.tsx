import { useEffect, useRef, useState } from 'preact/hooks';
import { toErrorData, type ErrorData } from '../../errors';
import { errorText } from '../../i18n/error-text';
import { formatBytes } from '../../i18n/format-bytes';
import { t } from '../../i18n/t';
import { tCount } from '../../i18n/t-count';
import type { Job } from '../../saving/job';
import { ErrorNote } from '../error-note';
import { IconButton } from '../icon-button';
import { Icon } from '../icons/icon';
import { countJob, isUnderWay, type JobCounts } from './job-counts';
import { JobFailures } from './job-failures';
import { usePopup } from './popup-context';

interface JobPanelProps {
  job: Job;
  /** Started from another document than the one that is shown. */
  isElsewhere: boolean;
}

/** A bulk save: how far it is while it runs, and what came of it. */
export function JobPanel({ job, isElsewhere }: JobPanelProps) {
  const { deps } = usePopup();
  const [problem, setProblem] = useState<ErrorData>();
  const counts = countJob(job);
  const panel = useRef<HTMLElement>(null);
  useAnnouncements(job, counts);

  // The main button that had the focus is gone now.
  useEffect(() => {
    if (document.activeElement === document.body) panel.current?.focus();
  }, []);

  const ask = (name: 'job/cancel' | 'job/retry' | 'job/dismiss' | 'job/show') => (): void => {
    setProblem(undefined);
    deps.send(name, { jobId: job.id }).catch((thrown: unknown) => setProblem(toErrorData(thrown)));
  };

  return (
    <section
      class="job"
      aria-label={t('job_progress_label')}
      tabIndex={-1}
      ref={panel}
      data-job-state={job.state}
    >
      {isElsewhere && <p class="quiet job-title">{t('job_elsewhere', job.documentTitle)}</p>}
      {isUnderWay(job) ? (
        <div class="job-line">
          <div class="job-progress">
            <p>
              {progressText(job, counts)}
              <span class="quiet"> · {formatBytes(counts.bytes)}</span>
            </p>
            <progress aria-label={t('job_progress_label')} max={counts.total} value={counts.decided} />
          </div>
          <button type="button" class="button" data-action="cancel" onClick={ask('job/cancel')}>
            {t('job_cancel')}
          </button>
        </div>
      ) : (
        <>
          <div class="job-line">
            <JobResult job={job} counts={counts} />
            <IconButton icon="close" label={t('job_dismiss')} action="dismiss" onClick={ask('job/dismiss')} />
          </div>
          {counts.older > 0 && job.state === 'done' && (
            <p class="warning">{tCount('job_older', counts.older)}</p>
          )}
          {counts.failed.length > 0 && <JobFailures failed={counts.failed} />}
          <div class="job-buttons">
            {job.downloadIds.length > 0 && (
              <button type="button" class="button" data-action="show" onClick={ask('job/show')}>
                <Icon name="folder" />
                {t('job_show')}
              </button>
            )}
            {(counts.failed.length > 0 || job.state === 'failed') && (
              <button type="button" class="button" data-action="retry" onClick={ask('job/retry')}>
                <Icon name="retry" />
                {t(counts.failed.length > 0 ? 'job_retry' : 'remedy_retry')}
              </button>
            )}
          </div>
        </>
      )}
      {problem && (
        <div class="bar-error" role="alert">
          <ErrorNote error={problem} />
        </div>
      )}
    </section>
  );
}

function JobResult({ job, counts }: { job: Job; counts: JobCounts }) {
  if (job.state === 'failed' && job.error) {
    return (
      <div class="job-result bad">
        <ErrorNote error={job.error} />
      </div>
    );
  }
  return (
    <div class="job-result">
      <p class={job.state === 'done' ? 'good' : ''}>
        {resultText(job, counts)}
        {job.state === 'done' && <span class="quiet"> · {formatBytes(counts.bytes)}</span>}
      </p>
      {job.fileNames.length === 1 && (
        <p class="quiet name" dir="auto" title={job.fileNames[0]}>
          {job.fileNames[0]}
        </p>
      )}
    </div>
  );
}

function progressText(job: Job, { decided, total }: JobCounts): string {
  return job.state === 'saving' ? t('job_writing') : t('job_fetching', [decided, total]);
}

function resultText(job: Job, { total, failed, saved }: JobCounts): string {
  if (job.state === 'done') return tCount('job_done', total - failed.length);
  if (job.state === 'failed') return t('job_failed');
  return saved > 0 ? tCount('job_cancelled_after', saved) : t('job_cancelled');
}

/** Has screen readers say how it goes: at each quarter, and at the end. */
function useAnnouncements(job: Job, counts: JobCounts): void {
  const { announce } = usePopup();
  const quarter = Math.floor((4 * counts.decided) / Math.max(1, counts.total));
  useEffect(() => {
    if (isUnderWay(job)) announce(progressText(job, counts));
    else if (job.error) announce(errorText(job.error).sentence);
    else {
      const failures = counts.failed.length > 0 ? tCount('job_failed', counts.failed.length) : '';
      announce(`${resultText(job, counts)} ${failures}`.trim());
    }
    // Only these steps are worth interrupting somebody for.
  }, [announce, job.state, quarter]);
}
