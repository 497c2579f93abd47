import { t } from '../../i18n/t';
import type { SignInRequest } from '../../messaging/protocol';
import { ErrorBox } from './error-box';
import type { OptionsDeps } from './options-deps';
import { useAttempt } from './use-attempt';

interface BeginButtonProps {
  deps: OptionsDeps;
  request: SignInRequest;
  label: string;
  /** For screen readers, where the label does not tell one from another. */
  name?: string;
  class?: string;
}

/** Begins a sign-in that needs nothing else from the user, and says where it could not. */
export function BeginButton({
  deps,
  request,
  label,
  name,
  class: className = 'button primary',
}: BeginButtonProps) {
  const { isBusy, error, attempt } = useAttempt();
  return (
    <>
      <ErrorBox error={error} />
      <button
        type="button"
        class={className}
        aria-busy={isBusy}
        aria-label={name}
        onClick={() => void attempt(() => deps.send('sign-in/begin', request))}
      >
        {isBusy ? t('sign_in_starting') : label}
      </button>
    </>
  );
}
