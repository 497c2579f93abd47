import { errorText } from '../../i18n/error-text';
import { t } from '../../i18n/t';
import { tCount } from '../../i18n/t-count';
import type { JobItem } from '../../saving/job';

/** Which boards of a job could not be had, and why. */
export function JobFailures({ failed }: { failed: readonly JobItem[] }) {
  return (
    <details class="failures">
      <summary class="bad">{tCount('job_failed', failed.length)}</summary>
      <ul>
        {failed.map(({ board, name, error = { code: 'unexpected' } }) => {
          const { sentence, help, logId } = errorText(error);
          return (
            <li key={board.blockId}>
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
      </ul>
    </details>
  );
}
