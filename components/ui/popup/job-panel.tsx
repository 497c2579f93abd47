import { useEffect, useRef, useState } from 'preact/hooks';
import { toErrorData, type ErrorData } from '../../errors';
import { t } from '../../i18n/t';
import type { JobView } from '../../saving/view-job';
import { ErrorNote } from '../error-note';
import { useStyles } from '../use-styles';
import { isOpen } from './job-counts';
import { JobProgress } from './job-progress';
import { JobResult } from './job-result';
import { spokenText } from './job-text';
import style from './job-panel.css?inline';
import { usePopup } from './popup-context';

/** What can be asked of a job. `asZip`: with going on. */
export type JobAction = `job/${'cancel' | 'pause' | 'resume' | 'keep' | 'retry' | 'dismiss' | 'show'}`;
export type AskJob = (action: JobAction, more?: { asZip?: true }) => () => void;

interface JobPanelProps {
  job: JobView;
  /** Started from another document than the one that is shown. */
  isElsewhere: boolean;
}

/** A bulk save: how far it is while it runs, and what came of it. */
export function JobPanel({ job, isElsewhere }: JobPanelProps) {
  const { deps } = usePopup();
  const [problem, setProblem] = useState<ErrorData>();
  const panel = useRef<HTMLElement>(null);
  useStyles(style);
  useAnnouncements(job);

  // The main button that had the focus is gone now.
  useEffect(() => {
    if (document.activeElement === document.body) panel.current?.focus();
  }, []);

  const ask: AskJob = (action, more) => () => {
    setProblem(undefined);
    deps.send(action, { jobId: job.id, ...more }).catch((thrown: unknown) => setProblem(toErrorData(thrown)));
  };

  return (
    <section
      class="job"
      aria-label={[t('job_progress_label'), ...(isElsewhere ? [job.documentTitle] : [])].join(' · ')}
      tabIndex={-1}
      ref={panel}
      data-job-state={job.state}
    >
      {isElsewhere && <p class="quiet job-title">{t('job_elsewhere', job.documentTitle)}</p>}
      {isOpen(job) ? <JobProgress job={job} ask={ask} /> : <JobResult job={job} ask={ask} />}
      {problem && (
        <div class="bar-error" role="alert">
          <ErrorNote error={problem} />
        </div>
      )}
    </section>
  );
}

/** Has screen readers say how it goes: at each quarter, and whenever it comes to stand still, goes on or ends. */
function useAnnouncements(job: JobView): void {
  const { announce } = usePopup();
  const quarter = Math.floor((4 * job.decided) / Math.max(1, job.total));
  useEffect(() => {
    announce(spokenText(job, !isOpen(job)));
    // Only these steps are worth interrupting somebody for.
  }, [announce, job.state, quarter]);
}
