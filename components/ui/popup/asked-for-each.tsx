import { t } from '../../i18n/t';
import type { AskJob } from './job-panel';
import { usePopup } from './popup-context';

/**
 * The ways on where the browser asks where to save each file: one archive, which is then the choice for the next time,
 * or all the same.
 */
export function AskedForEach({ ask }: { ask: AskJob }) {
  const { deps } = usePopup();
  const goOnAsZip = ask('job/resume', { asZip: true });
  return (
    <>
      <button
        type="button"
        class="button primary"
        data-action="as-zip"
        onClick={() => {
          goOnAsZip();
          void deps.output.set('zip');
        }}
      >
        {t('job_as_zip')}
      </button>
      <button type="button" class="button" data-action="resume" onClick={ask('job/resume')}>
        {t('job_ask_for_each')}
      </button>
    </>
  );
}
