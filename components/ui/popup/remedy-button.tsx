import { errorRemedies } from '../../error-remedies';
import type { ErrorData } from '../../errors';
import { errorText } from '../../i18n/error-text';
import { t } from '../../i18n/t';
import type { Brand } from '../../boards/board';
import { later } from '../later';
import { usePopup } from './popup-context';
import { SignInRemedy } from './sign-in-remedy';

const OpenDocument = later(async () => (await import('./open-document')).OpenDocument);

interface RemedyButtonProps {
  error: ErrorData;
  /** What `retry` means here. Where it is left out, another button does it. */
  onRetry?: () => void;
  brand?: Brand | undefined;
  /** Whether there is room to sign in right here. */
  signsInHere?: boolean;
  class: string;
}

/** The one button that helps with `error`, if there is one. */
export function RemedyButton({
  error,
  onRetry,
  brand,
  signsInHere = false,
  class: className,
}: RemedyButtonProps) {
  const { deps } = usePopup();
  const button = (label: string, onClick: () => void) => (
    <button type="button" class={className} onClick={onClick}>
      {label}
    </button>
  );
  const remedy = errorRemedies[error.code];
  switch (remedy) {
    case 'retry':
      return onRetry ? button(t('remedy_retry'), onRetry) : null;
    case 'sign-in':
      return (
        <SignInRemedy
          brand={brand}
          isFirst={signsInHere && error.code === 'not-signed-in'}
          onSignedIn={() => onRetry?.()}
          class={className}
        />
      );
    case 'grant': {
      const { helpUrl } = errorText(error);
      // Without an address the settings say which permission is missing.
      return button(t('remedy_grant'), () => (helpUrl ? deps.openLink(helpUrl) : deps.openOptions(brand)));
    }
    case 'reload-page':
      return button(t('remedy_reload_page'), () => {
        const askAgain = (): void => onRetry?.();
        deps.reloadTab().then(askAgain, askAgain);
      });
    case 'allow-hosts':
      return button(t('remedy_allow_hosts'), () => {
        const go = async (): Promise<void> => {
          if (!(await deps.hostAccess.ask())) return;
          // What was open before has nothing of the extension in it.
          await deps.reloadTab();
          onRetry?.();
        };
        void go().catch(() => onRetry?.());
      });
    case 'open-document':
      return <OpenDocument onRetry={onRetry} class={className} />;
    case 'none':
      return null;
  }
}
