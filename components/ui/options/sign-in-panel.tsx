import { t } from '../../i18n/t';
import { formatTime } from '../../i18n/format-time';
import type { SignInProgress } from '../../messaging/account-replies';
import { Icon } from '../icons/icon';
import { OtherPage } from '../other-page';
import { CopyField } from './copy-field';
import { ErrorBox } from './error-box';
import type { OptionsDeps } from './options-deps';

interface SignInPanelProps {
  deps: OptionsDeps;
  progress: SignInProgress;
}

/** A sign-in that waits for its user: where to agree, until when, and how to leave it. */
export function SignInPanel({ deps, progress }: SignInPanelProps) {
  const { step, way, userCode, expiresAt, pageUrl } = progress;
  const isWaiting = step !== 'identifying';
  return (
    <div class="way waiting" data-step={step}>
      <output class="waiting-for">
        <Icon name="spinner" />
        {t(way === 'redirect' && step === 'authorizing' ? 'sign_in_redirecting' : `sign_in_${stepKey(step)}`)}
      </output>
      {isWaiting && (
        <p class="quiet hint">
          {userCode && way !== 'redirect' && `${t('sign_in_code', userCode)} `}
          {t('sign_in_until', formatTime(expiresAt, deps.now()))}
        </p>
      )}
      {step === 'registering' && pageUrl && <OtherPage pageUrl={pageUrl} />}
      {step === 'authorizing' && way === 'device' && <p class="quiet hint">{t('sign_in_page_missing')}</p>}
      <div class="buttons">
        {isWaiting && pageUrl && way !== 'redirect' && (
          <button type="button" class="button" onClick={() => void deps.send('sign-in/show')}>
            {t('sign_in_show')}
          </button>
        )}
        <button type="button" class="button" onClick={() => void deps.send('sign-in/cancel')}>
          {t('sign_in_cancel')}
        </button>
      </div>
    </div>
  );
}

function stepKey(step: SignInProgress['step']): 'registering' | 'authorizing' | 'identifying' {
  return step === 'registering' || step === 'authorizing' ? step : 'identifying';
}

interface SignInFailureProps {
  deps: OptionsDeps;
  progress: SignInProgress;
  redirectUrl: string;
}

/** Why a sign-in came to nothing, with the redirect URL at hand where that may be the reason. */
export function SignInFailure({ deps, progress: { error }, redirectUrl }: SignInFailureProps) {
  const isRedirect = error?.code === 'sign-in-window-closed' || error?.code === 'redirect-not-registered';
  return (
    <div class="way failed">
      <ErrorBox error={error} />
      {isRedirect && <CopyField text={redirectUrl} name={t('sign_in_redirect_url')} copy={deps.copyText} />}
    </div>
  );
}
