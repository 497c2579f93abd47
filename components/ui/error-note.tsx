import { errorRemedies } from '../error-remedies';
import type { ErrorData } from '../errors';
import { errorText } from '../i18n/error-text';
import { t } from '../i18n/t';

/** A failure in words: the sentence, the way out and, where that may end at support, the log id. */
export function ErrorNote({ error }: { error: ErrorData }) {
  const { sentence, help, logId } = errorText(error);
  const remedy = errorRemedies[error.code];
  const isForSupport = remedy === 'retry' || remedy === 'none';
  return (
    <>
      <p class="sentence">{sentence}</p>
      <p class="help">{help}</p>
      {logId && isForSupport && <p class="log-id">{t('log_id', logId)}</p>}
    </>
  );
}
