import { useEffect, useRef, useState } from 'preact/hooks';
import type { Brand } from '../../boards/board';
import { toErrorData, type ErrorData } from '../../errors';
import { t } from '../../i18n/t';
import type { AccountCheck, AccountStatus } from '../../messaging/account-replies';
import { useTopic } from '../popup/use-topic';
import { useSetting } from '../use-setting';
import { AccountCard } from './account-card';
import { ErrorBox } from './error-box';
import type { MissedScope, OptionsDeps } from './options-deps';
import { Section } from './section';
import { SignInFailure, SignInPanel } from './sign-in-panel';
import { SignInWays } from './sign-in-ways';
import { Switch } from './switch';

interface AccountSectionProps {
  deps: OptionsDeps;
  announce: (text: string) => void;
  /** Somebody may have signed in or out. */
  onChange: () => void;
}

/** A failed sign-in is told of for this long after its time, in ms: who comes later has forgotten it. */
const tellFailureForMs = 10 * 60_000;

/** Who is signed in, for each brand, and the ways in. */
export function AccountSection({ deps, announce, onChange }: AccountSectionProps) {
  const [accounts, setAccounts] = useState<AccountStatus[]>();
  const [checks, setChecks] = useState<Partial<Record<Brand, AccountCheck | undefined>>>({});
  const [error, setError] = useState<ErrorData>();
  const [missed, setMissed] = useState<MissedScope>();
  const [redirectUrl, setRedirectUrl] = useState('');
  const [progress] = useTopic(deps.watch, 'signIn', undefined, true);
  const [company] = useSetting(deps.settings.company);
  const waitedFor = useRef<string | undefined>(undefined);

  const load = async (): Promise<void> => {
    try {
      setAccounts(await deps.send('account/status'));
    } catch (thrown) {
      setError(toErrorData(thrown));
    }
  };
  const show = (check: AccountCheck): void => {
    setChecks((last) => ({ ...last, [check.brand]: check }));
    if (check.scopes.length > 0 && check.scopes.every(({ state }) => state === 'held')) {
      announce(t('options_all_scopes'));
    }
    void load();
    onChange();
  };
  const ask = async (brand: Brand): Promise<void> => show(await deps.send('account/check', { brand }));
  const forget = (brand: Brand): void => {
    setChecks((last) => ({ ...last, [brand]: undefined }));
    announce(t('options_signed_out'));
    void load();
    onChange();
  };

  // With a company's deployment goes its account.
  useEffect(() => void load(), [company]);
  useEffect(() => {
    deps.redirectUrl().then(setRedirectUrl, () => undefined);
    return deps.watchMissedScope((found) => {
      setMissed(found);
      // A check that fails says so in the card when it is asked for there.
      ask(found.brand).catch(() => undefined);
    });
  }, [deps]);
  useEffect(() => {
    const isOver = progress?.step === 'done' || progress?.step === 'failed';
    if (progress && !isOver) waitedFor.current = progress.id;
    if (!progress || !isOver || waitedFor.current !== progress.id) return;
    waitedFor.current = undefined;
    void load();
    if (progress.step !== 'done') return;
    announce(t('sign_in_done'));
    ask(progress.brand).catch((thrown: unknown) => setError(toErrorData(thrown)));
  }, [progress]);

  const signedIn = accounts?.filter((account) => account.signedIn) ?? [];
  const isWaiting = progress && progress.step !== 'done' && progress.step !== 'failed';
  const hasFailed = progress?.step === 'failed' && deps.now() < progress.expiresAt + tellFailureForMs;
  const ways = <SignInWays deps={deps} onSignedIn={show} />;
  return (
    <Section anchor="account" title={t('options_account')} intro={t('options_account_intro')}>
      <ErrorBox error={error} />
      {signedIn.map((account) => (
        <AccountCard
          key={account.brand}
          deps={deps}
          account={account}
          check={checks[account.brand]}
          missed={missed?.brand === account.brand ? missed.scope : undefined}
          onCheck={ask}
          onSignedOut={forget}
        />
      ))}
      {isWaiting && <SignInPanel deps={deps} progress={progress} />}
      {hasFailed && <SignInFailure deps={deps} progress={progress} redirectUrl={redirectUrl} />}
      {!isWaiting && accounts && signedIn.length > 0 && (
        <details class="other-ways">
          <summary>{t('sign_in_other_ways')}</summary>
          {ways}
        </details>
      )}
      {!isWaiting && accounts && signedIn.length === 0 && ways}
      <Switch
        name="forgetOnClose"
        setting={deps.settings.forgetOnClose}
        label={t('options_forget')}
        hint={t('options_forget_hint')}
      />
    </Section>
  );
}
