import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/t';
import { Icon } from '../icons/icon';
import { useSetting } from '../use-setting';
import type { OptionsDeps } from './options-deps';

interface FirstStepsProps {
  deps: OptionsDeps;
  /** Counts up when accounts change. */
  accountChanges: number;
}

/**
 * The way to the first saved board, each step ticked off as it is done. Who has done all of them before is not shown
 * it; whoever skips it or comes to its end does not see it again, unless they ask for it.
 */
export function FirstSteps({ deps, accountChanges }: FirstStepsProps) {
  const [wish, setWish] = useSetting(deps.settings.firstSteps);
  const [isSignedIn, setSignedIn] = useState<boolean>();
  const [isOpened, setOpened] = useState<boolean>();
  const [hasSaved, setSaved] = useState<boolean>();
  const [isNeeded, setNeeded] = useState<boolean>();

  useEffect(() => {
    deps.send('account/status').then(
      (accounts) => setSignedIn(accounts.some(({ signedIn }) => signedIn)),
      () => setSignedIn(false),
    );
  }, [deps, accountChanges]);
  // A document that was open once has been opened; the tab may be closed again.
  useEffect(() => deps.watchDocuments((isOpen) => setOpened((was) => was || isOpen)), [deps]);
  useEffect(() => deps.watchSavedFiles(setSaved), [deps]);
  useEffect(() => {
    if (isSignedIn === undefined || isOpened === undefined || hasSaved === undefined) return;
    setNeeded((was) => was ?? !(isSignedIn && hasSaved));
  }, [isSignedIn, isOpened, hasSaved]);

  if (wish !== 'shown' && !(wish === 'auto' && isNeeded)) return null;
  const isDone = isSignedIn && hasSaved;
  return (
    <section class="first-steps" aria-labelledby="first-steps-title">
      <h2 id="first-steps-title">{t(isDone ? 'first_done' : 'first_title')}</h2>
      <ol class="card">
        <Step isDone={isSignedIn} label={t('first_sign_in')} hint={t('first_sign_in_hint')} />
        <Step isDone={isOpened || hasSaved} label={t('first_open')} hint={t('first_open_hint')} />
        <Step isDone={hasSaved} label={t('first_save')} hint={t('first_save_hint')} />
      </ol>
      <button
        type="button"
        class={isDone ? 'button primary' : 'button link'}
        data-action="end-first-steps"
        onClick={() => void setWish('over')}
      >
        {t(isDone ? 'queue_done' : 'first_skip')}
      </button>
    </section>
  );
}

interface StepProps {
  isDone: boolean | undefined;
  label: string;
  hint: ComponentChildren;
}

function Step({ isDone = false, label, hint }: StepProps) {
  return (
    <li class={`step ${isDone ? 'done' : ''}`} data-done={isDone}>
      <span class="step-mark">{isDone && <Icon name="check" />}</span>
      <div class="line-text">
        <p>
          {label}
          {isDone && <span class="visually-hidden"> ({t('first_step_done')})</span>}
        </p>
        <p class="quiet hint">{hint}</p>
      </div>
    </li>
  );
}
