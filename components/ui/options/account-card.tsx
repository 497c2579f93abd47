import { useState } from 'preact/hooks';
import type { Brand } from '../../boards/board';
import { toErrorData, type ErrorData } from '../../errors';
import { t } from '../../i18n/t';
import type { AccountCheck, AccountStatus } from '../../messaging/protocol';
import { Avatar } from '../avatar';
import { ErrorNote } from '../error-note';
import type { OptionsDeps } from './options-deps';
import { ScopeList } from './scope-list';

interface AccountCardProps {
  deps: OptionsDeps;
  account: AccountStatus;
  /** The last answer to *Check*. */
  check: AccountCheck | undefined;
  onChecked: (check: AccountCheck) => void;
  onSignedOut: (brand: Brand) => void;
}

/** An account: who it is, what works with it, and the way out. */
export function AccountCard({ deps, account, check, onChecked, onSignedOut }: AccountCardProps) {
  const { brand } = account;
  const [busy, setBusy] = useState<'check' | 'sign-out'>();
  const [error, setError] = useState<ErrorData>();

  const run = async (what: 'check' | 'sign-out', work: () => Promise<void>): Promise<void> => {
    setBusy(what);
    setError(undefined);
    try {
      await work();
    } catch (thrown) {
      setError(toErrorData(thrown));
    } finally {
      setBusy(undefined);
    }
  };
  const askWhatWorks = (): Promise<void> =>
    run('check', async () => onChecked(await deps.send('account/check', { brand })));
  const signOut = (): Promise<void> =>
    run('sign-out', async () => {
      await deps.send('account/sign-out', { brand });
      onSignedOut(brand);
    });

  const problem = error ?? check?.error;
  return (
    <div class="account" data-brand={brand}>
      <div class="line">
        <Avatar account={account} />
        <div class="line-text">
          <p class="account-name" dir="auto">
            {account.name ?? t('options_signed_in')}
          </p>
          <p class="quiet hint">
            {t(`brand_${brand}`)}
            {account.tokenKind && ` · ${t(`options_signed_in_${account.tokenKind}`)}`}
          </p>
        </div>
        <button
          type="button"
          class="button"
          aria-busy={busy === 'check'}
          onClick={() => {
            if (!busy) void askWhatWorks();
          }}
        >
          {t(busy === 'check' ? 'options_checking' : 'options_check')}
        </button>
        <button
          type="button"
          class="button"
          title={t('options_sign_out_hint')}
          onClick={() => {
            if (!busy) void signOut();
          }}
        >
          {t('options_sign_out')}
        </button>
      </div>
      {problem && (
        <div class="note bad" role="alert">
          <ErrorNote error={problem} />
        </div>
      )}
      {check && check.scopes.length > 0 && <ScopeList scopes={check.scopes} />}
    </div>
  );
}
