import { formatBytes } from '../../i18n/format-bytes';
import { noteText } from '../../i18n/note-text';
import { t } from '../../i18n/t';
import { tCount } from '../../i18n/t-count';
import type { NoteCounts } from '../../picture-notes';
import type { JobView } from '../../saving/view-job';
import { ErrorNote } from '../error-note';
import { IconButton } from '../icon-button';
import { Icon } from '../icons/icon';
import { JobFailures } from './job-failures';
import type { JobAction } from './job-panel';
import { resultText } from './job-text';

interface JobResultProps {
  job: JobView;
  ask: (action: JobAction) => () => void;
}

/** A job that is over: what came of it, and the ways on. */
export function JobResult({ job, ask }: JobResultProps) {
  const { state, failed, failures, older, hasFile } = job;
  return (
    <>
      <div class="job-line">
        <Outcome job={job} />
        <IconButton icon="close" label={t('job_dismiss')} action="dismiss" onClick={ask('job/dismiss')} />
      </div>
      {older > 0 && state === 'done' && <p class="warning">{tCount('job_older', older)}</p>}
      {state === 'done' && <JobNotes notes={job.notes ?? {}} />}
      {failures.length > 0 && <JobFailures job={job} />}
      <div class="job-buttons">
        {hasFile && (
          <button type="button" class="button" data-action="show" onClick={ask('job/show')}>
            <Icon name="folder" />
            {t('job_show')}
          </button>
        )}
        {(failures.length > 0 || state === 'failed') && (
          <button type="button" class="button" data-action="retry" onClick={ask('job/retry')}>
            <Icon name="retry" />
            {t(failed > 0 ? 'job_retry' : 'remedy_retry')}
          </button>
        )}
      </div>
    </>
  );
}

/** What one should know of the pictures: a line for each thing, and how many it is about. */
function JobNotes({ notes }: { notes: NoteCounts }) {
  return Object.entries(notes).map(([note, count]) => (
    <p key={note} class="warning">
      {t('job_noted', [tCount('popup_boards', count), noteText(note)])}
    </p>
  ));
}

function Outcome({ job }: { job: JobView }) {
  const { state, error, bytes, fileNames } = job;
  if (state === 'failed' && error) {
    return (
      <div class="job-result bad">
        <ErrorNote error={error} />
      </div>
    );
  }
  return (
    <div class="job-result">
      <p class={state === 'done' ? 'good' : ''}>
        {resultText(job)}
        {state === 'done' && <span class="quiet"> · {formatBytes(bytes)}</span>}
      </p>
      {fileNames.map((name) => (
        <p key={name} class="quiet name" dir="auto" title={name}>
          {name}
        </p>
      ))}
    </div>
  );
}
