import { useEffect, useState } from 'preact/hooks';
import type { Brand } from '../../boards/board';
import { toErrorData, type ErrorData } from '../../errors';
import { t } from '../../i18n/t';
import type { AccountCheck, AccountStatus } from '../../messaging/protocol';
import { ErrorNote } from '../error-note';
import { AccountCard } from './account-card';
import type { OptionsDeps } from './options-deps';
import { Section } from './section';
import { TokenForm } from './token-form';

interface AccountSectionProps {
  deps: OptionsDeps;
  announce: (text: string) => void;
  /** Somebody may have signed in or out. */
  onChange: () => void;
}

/** Who is signed in, for each brand, and the way in. */
export function AccountSection({ deps, announce, onChange }: AccountSectionProps) {
  const [accounts, setAccounts] = useState<AccountStatus[]>();
  const [checks, setChecks] = useState<Partial<Record<Brand, AccountCheck | undefined>>>({});
  const [error, setError] = useState<ErrorData>();

  const load = async (): Promise<void> => {
    try {
      setAccounts(await deps.send('account/status'));
    } catch (thrown) {
      setError(toErrorData(thrown));
    }
  };
  useEffect(() => void load(), [deps]);

  const show = (check: AccountCheck): void => {
    setChecks((last) => ({ ...last, [check.brand]: check }));
    if (check.scopes.length > 0 && check.scopes.every(({ state }) => state === 'held')) {
      announce(t('options_all_scopes'));
    }
    void load();
    onChange();
  };
  const forget = (brand: Brand): void => {
    setChecks((last) => ({ ...last, [brand]: undefined }));
    announce(t('options_signed_out'));
    void load();
    onChange();
  };

  const signedIn = accounts?.filter((account) => account.signedIn) ?? [];
  const form = <TokenForm deps={deps} onSignedIn={show} />;
  return (
    <Section title={t('options_account')} intro={t('options_account_intro')}>
      {error && (
        <div class="note bad" role="alert">
          <ErrorNote error={error} />
        </div>
      )}
      {signedIn.map((account) => (
        <AccountCard
          key={account.brand}
          deps={deps}
          account={account}
          check={checks[account.brand]}
          onChecked={show}
          onSignedOut={forget}
        />
      ))}
      {accounts && signedIn.length > 0 ? (
        <details class="line-block">
          <summary>{t('options_replace')}</summary>
          {form}
        </details>
      ) : (
        accounts && (
          <div class="line-block">
            <h3>{t('options_add')}</h3>
            {form}
          </div>
        )
      )}
    </Section>
  );
}
