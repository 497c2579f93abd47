import { t } from '../../i18n/t';
import type { AccountCheck } from '../../messaging/account-replies';
import { CopyField } from './copy-field';
import type { OptionsDeps } from './options-deps';
import { ScopeLine } from './scope-line';

interface DoctorProps {
  deps: OptionsDeps;
  check: AccountCheck;
  /** The permission that something has just failed for the want of. */
  missed: string | undefined;
}

/** Which permissions are held, and every way to those that are not: oneself, all at once, or by the administrator. */
export function Doctor({ deps, check, missed }: DoctorProps) {
  const { scopes } = check;
  const missing = scopes.filter(({ state }) => state === 'missing');
  const names = missing.map(({ scope }) => scope);
  const link = missing.find(({ helpUrl }) => helpUrl)?.helpUrl ?? '';
  const batch = JSON.stringify({ scopes: { tenant: [], user: names } });
  const message = t('doctor_message', [
    check.appId ?? t('doctor_message_app_unknown'),
    names.join(', '),
    link,
  ]);
  return (
    <div class="doctor">
      <ul class="scopes" aria-label={t('options_scopes')}>
        {scopes.map((status) => (
          <ScopeLine
            key={status.scope}
            deps={deps}
            check={check}
            status={status}
            isMissed={status.scope === missed}
          />
        ))}
      </ul>
      {names.length > 0 && (
        <>
          <details class="line-block">
            <summary>{t('doctor_import')}</summary>
            <p class="quiet hint">{t('doctor_import_hint')}</p>
            <CopyField text={batch} name={t('doctor_import')} copy={deps.copyText} />
          </details>
          <details class="line-block">
            <summary>{t('doctor_ask')}</summary>
            <p class="quiet hint">{t('doctor_ask_hint')}</p>
            <CopyField text={message} name={t('doctor_ask')} copy={deps.copyText} />
          </details>
        </>
      )}
    </div>
  );
}
