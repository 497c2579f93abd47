import { useEffect, useRef } from 'preact/hooks';
import { errorText } from '../../i18n/error-text';
import { t } from '../../i18n/t';
import type { AccountCheck, ScopeStatus } from '../../messaging/account-replies';
import { Icon } from '../icons/icon';
import { BeginButton } from './begin-button';
import type { OptionsDeps } from './options-deps';
import { scopesToAsk, scopeWords } from './scope-words';

const looks = {
  held: { icon: 'check', tone: 'good' },
  missing: { icon: 'warning', tone: 'bad' },
  unknown: { icon: 'question', tone: 'quiet' },
} as const;

interface ScopeLineProps {
  deps: OptionsDeps;
  check: AccountCheck;
  status: ScopeStatus;
  /** Whether something has just failed for the want of it: then the line is brought into view. */
  isMissed: boolean;
}

/** One permission: whether it is held, what it is for, what is lost without it, and the way to it. */
export function ScopeLine({
  deps,
  check,
  status: { scope, state, helpUrl, error },
  isMissed,
}: ScopeLineProps) {
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isMissed) line.current?.scrollIntoView({ block: 'center' });
  }, [isMissed]);
  const words = scopeWords[scope];
  // What the app has and the user has not granted is granted by signing in; the rest in the developer console.
  const bySignIn = check.appId !== undefined && error?.code !== 'app-scope-missing';
  return (
    <li ref={line} class={isMissed ? 'scope missed' : 'scope'} data-state={state}>
      <span class={looks[state].tone}>
        <Icon name={looks[state].icon} />
      </span>
      <div class="line-text">
        <p>
          <code>{scope}</code>
          <span class={`scope-state ${looks[state].tone}`}>{t(`options_scope_${state}`)}</span>
        </p>
        {words && (
          <p class="quiet hint">
            {t(words.purpose)} {state !== 'held' && t('doctor_without', t(words.loss))}
          </p>
        )}
        {error && <p class="quiet hint">{errorText(error).sentence}</p>}
        {error?.details?.logId && state === 'unknown' && (
          <p class="log-id">{t('log_id', error.details.logId)}</p>
        )}
      </div>
      {state === 'missing' && !bySignIn && helpUrl?.startsWith('https://') && (
        <a
          class="button"
          href={helpUrl}
          target="_blank"
          rel="noreferrer"
          aria-label={t('options_scope_grant_named', scope)}
        >
          {t('options_scope_grant')}
          <Icon name="external" />
        </a>
      )}
      {state === 'missing' && bySignIn && (
        <BeginButton
          deps={deps}
          request={{ way: 'device', brand: check.brand, scopes: scopesToAsk(check.granted, [scope]) }}
          label={t('doctor_grant_by_sign_in')}
          name={t('doctor_grant_by_sign_in_named', scope)}
          class="button"
        />
      )}
    </li>
  );
}
