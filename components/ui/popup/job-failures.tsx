import { errorText } from '../../i18n/error-text';
import { t } from '../../i18n/t';
import { tCount } from '../../i18n/t-count';
import type { JobView } from '../../saving/view-job';
import { failureTexts } from './job-text';

/** Which boards and pages of a job could not be had, and why. */
export function JobFailures({ job }: { job: JobView }) {
  const { failures, failed, pages } = job;
  const more = failed + pages.failed - failures.length;
  const words = failureTexts(job).join(' · ');
  return (
    <details class="failures">
      <summary class="bad">{words}</summary>
      {/* By the keyboard, too, one comes to the end of a long list: it scrolls, and nothing in it takes the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul tabIndex={0} aria-label={words}>
        {failures.map(({ name, error }, index) => {
          const { sentence, help, logId } = errorText(error);
          return (
            <li key={index}>
              <span class="failure-name" dir="auto">
                {name}
              </span>
              <span class="quiet">
                {sentence} {help}
                {logId && ` ${t('log_id', logId)}`}
              </span>
            </li>
          );
        })}
        {more > 0 && <li class="quiet">{tCount('job_more', more)}</li>}
      </ul>
    </details>
  );
}
