import type { Brand } from '../../boards/board';
import { formatTime } from '../../i18n/format-time';
import { t } from '../../i18n/t';
import type { AccountCheck, AccountStatus } from '../../messaging/account-replies';
import { Avatar } from '../avatar';
import { BeginButton } from './begin-button';
import { Doctor } from './doctor';
import { ErrorBox } from './error-box';
import type { OptionsDeps } from './options-deps';
import { scopesToAsk } from './scope-words';
import { useAttempt } from './use-attempt';

interface AccountCardProps {
  deps: OptionsDeps;
  account: AccountStatus;
  /** The last answer to *Check*. */
  check: AccountCheck | undefined;
  /** The permission that something has just failed for the want of. */
  missed: string | undefined;
  onCheck: (brand: Brand) => Promise<void>;
  onSignedOut: (brand: Brand) => void;
}

/** An account: who it is, until when, what works with it, and the way out. */
export function AccountCard({ deps, account, check, missed, onCheck, onSignedOut }: AccountCardProps) {
  const { brand, ended } = account;
  const checking = useAttempt();
  const leaving = useAttempt();
  const signOut = (): Promise<boolean> =>
    leaving.attempt(async () => {
      await deps.send('account/sign-out', { brand });
      onSignedOut(brand);
    });

  return (
    <div class="account" data-brand={brand}>
      <div class="line">
        <Avatar account={account} />
        <div class="line-text">
          <p class="account-name" dir="auto">
            {account.name ?? t('options_signed_in')}
          </p>
          <p class="quiet hint">
            {account.host ?? t(`brand_${brand}`)}
            {account.tokenKind && ` · ${t(`options_signed_in_${account.tokenKind}`)}`}
            {` · ${lasting(account, deps.now())}`}
          </p>
        </div>
        {!ended && (
          <button
            type="button"
            class="button"
            aria-busy={checking.isBusy}
            onClick={() => void checking.attempt(() => onCheck(brand))}
          >
            {t(checking.isBusy ? 'options_checking' : 'options_check')}
          </button>
        )}
        <button
          type="button"
          class="button"
          title={t('options_sign_out_hint')}
          aria-busy={leaving.isBusy}
          onClick={() => void signOut()}
        >
          {t('options_sign_out')}
        </button>
      </div>
      {ended && account.appId && (
        <div class="line-block">
          <BeginButton
            deps={deps}
            request={{ way: 'device', brand, scopes: scopesToAsk(account.granted) }}
            label={t('sign_in_renew')}
          />
        </div>
      )}
      <ErrorBox error={checking.error ?? leaving.error ?? check?.error} />
      {check && check.scopes.length > 0 && <Doctor deps={deps} check={check} missed={missed} />}
    </div>
  );
}

function lasting({ ended, renews, expiresAt }: AccountStatus, now: number): string {
  if (ended || (!renews && expiresAt !== undefined && expiresAt <= now)) return t('account_ended');
  if (renews) return t('account_renews');
  return expiresAt === undefined
    ? t('account_lasts_briefly')
    : t('account_until', formatTime(expiresAt, now));
}
