import { formatBytes } from '../../i18n/format-bytes';
import { t } from '../../i18n/t';
import type { JobView } from '../../saving/view-job';
import { ErrorNote } from '../error-note';
import { AskedForEach } from './asked-for-each';
import type { AskJob } from './job-panel';
import { progressDetails, progressText } from './job-text';
import { NoticeOffer } from './notice-offer';
import { PanelOffer } from './panel-offer';
import { useDeckProgress } from './use-deck-progress';

interface JobProgressProps {
  job: JobView;
  ask: AskJob;
}

/** A job that is not over: how far it is, why it stands still, and what can be done with it. */
export function JobProgress({ job, ask }: JobProgressProps) {
  const { state, decided, total, bytes, error } = job;
  const slides = useDeckProgress(job);
  const details = progressDetails(job);
  const isToDecide = error?.code === 'download-asks-for-each';
  const isStill = (state === 'paused' || state === 'waiting') && !isToDecide;
  const isCounted = state !== 'counting' && state !== 'asking';
  return (
    <>
      <div class="job-progress">
        <p>
          {slides ? t('job_making_slides', [slides.done, slides.total]) : progressText(job)}
          {isCounted && <span class="quiet"> · {formatBytes(bytes)}</span>}
        </p>
        {isCounted && (
          <progress
            aria-label={t('job_progress_label')}
            max={Math.max(1, slides?.total ?? total)}
            value={slides?.done ?? decided}
          />
        )}
        {details.length > 0 && <p class="quiet">{details.join(' · ')}</p>}
      </div>
      {state === 'waiting' && error && (
        <div class="warning">
          <ErrorNote error={error} />
          {(error.code === 'network-failed' || error.code === 'timed-out') && (
            <p>{t('job_waiting_for_network')}</p>
          )}
        </div>
      )}
      <div class="job-buttons">
        {state === 'asking' && (
          <button type="button" class="button primary" data-action="resume" onClick={ask('job/resume')}>
            {t('job_accept')}
          </button>
        )}
        {isToDecide && <AskedForEach ask={ask} />}
        {isStill && (
          <button type="button" class="button" data-action="resume" onClick={ask('job/resume')}>
            {t('job_resume')}
          </button>
        )}
        {state === 'running' && (
          <button type="button" class="button" data-action="pause" onClick={ask('job/pause')}>
            {t('job_pause')}
          </button>
        )}
        {isStill && decided > 0 && (
          <button type="button" class="button" data-action="keep" onClick={ask('job/keep')}>
            {t('job_keep')}
          </button>
        )}
        <PanelOffer job={job} />
        <NoticeOffer job={job} />
        <button type="button" class="button" data-action="cancel" onClick={ask('job/cancel')}>
          {t('job_cancel')}
        </button>
      </div>
    </>
  );
}
