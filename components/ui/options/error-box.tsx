import type { ErrorData } from '../../errors';
import { errorText } from '../../i18n/error-text';
import { t } from '../../i18n/t';
import { ErrorNote } from '../error-note';
import { Icon } from '../icons/icon';

/** Why something that was asked for on this page failed, with the page where a missing permission is granted. */
export function ErrorBox({ error }: { error: ErrorData | undefined }) {
  if (!error) return null;
  const { helpUrl } = errorText(error);
  return (
    <div class="note bad" role="alert">
      <ErrorNote error={error} />
      {helpUrl && (
        <a href={helpUrl} target="_blank" rel="noreferrer">
          {t('options_scope_grant')}
          <Icon name="external" size={12} />
        </a>
      )}
    </div>
  );
}
