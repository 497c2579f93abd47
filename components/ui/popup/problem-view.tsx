import { errorRemedies } from '../../error-remedies';
import type { ErrorCode, ErrorData } from '../../errors';
import { errorText } from '../../i18n/error-text';
import { t } from '../../i18n/t';
import type { Brand } from '../../boards/board';
import type { IconName } from '../icons/icon';
import { RemedyButton } from './remedy-button';
import { StateView } from './state-view';
import { useHostAccess } from './use-host-access';

const icons: Partial<Record<ErrorCode, IconName>> = {
  'page-not-document': 'page',
  'page-kind-unsupported': 'page',
  'hosts-not-allowed': 'page',
  'not-signed-in': 'person',
  'sign-in-again': 'person',
  'network-failed': 'offline',
  'timed-out': 'offline',
  'app-scope-missing': 'lock',
  'user-scope-missing': 'lock',
  'document-forbidden': 'lock',
  'wiki-node-forbidden': 'lock',
};

interface ProblemViewProps {
  error: ErrorData;
  brand?: Brand | undefined;
  onRetry: () => void;
}

/** Why there is no list at all. */
export function ProblemView({ error: told, brand, onRetry }: ProblemViewProps) {
  const error = useHostAccess(told);
  const { sentence, help, logId } = errorText(error);
  return (
    <StateView
      icon={icons[error.code] ?? 'warning'}
      title={sentence}
      help={help}
      note={logId && t('log_id', logId)}
    >
      {errorRemedies[error.code] === 'none' ? (
        // Others have to act first: then it may be there.
        <button type="button" class="button" onClick={onRetry}>
          {t('popup_look_again')}
        </button>
      ) : (
        <RemedyButton error={error} brand={brand} onRetry={onRetry} signsInHere class="button primary" />
      )}
    </StateView>
  );
}
