import { useState } from 'preact/hooks';
import { type ErrorData, toErrorData } from '../../errors';
import { t } from '../../i18n/t';
import { later } from '../later';
import type { ListedBoard } from './listed-board';
import { usePopup } from './popup-context';

type Phase =
  { name: 'idle' | 'done' } | { name: 'busy'; done: number } | { name: 'failed'; error: ErrorData };

const ErrorNote = later(async () => (await import('../error-note')).ErrorNote);

interface CopyBarProps {
  count: number;
  /** Asked for when they are copied. */
  boards: () => readonly ListedBoard[];
  disabled: boolean;
}

/** Several boards to the clipboard: all at once, or one after the other. */
export function CopyBar({ count, boards, disabled }: CopyBarProps) {
  const { announce, deps } = usePopup();
  const [phase, setPhase] = useState<Phase>({ name: 'idle' });
  const fail = (thrown: unknown): void => setPhase({ name: 'failed', error: toErrorData(thrown) });

  const copyAll = (): void => {
    // First: the clipboard is only open in the click's own tick.
    const copied = deps.copyAll(boards(), (done) => setPhase({ name: 'busy', done }));
    setPhase({ name: 'busy', done: 0 });
    copied.then(() => {
      setPhase({ name: 'done' });
      announce(t('popup_copied'));
    }, fail);
  };

  const label = (): string => {
    if (phase.name === 'busy') return t('popup_copying_all', [phase.done, count]);
    return t(phase.name === 'done' ? 'popup_copied' : 'popup_copy_all');
  };

  return (
    <div class="copy-bar">
      <button
        type="button"
        class="button link"
        title={t('popup_copy_all_hint')}
        disabled={disabled || phase.name === 'busy'}
        data-action="copy-all"
        onClick={copyAll}
      >
        {label()}
      </button>
      <button
        type="button"
        class="button link"
        title={t('popup_copy_each_hint')}
        disabled={disabled}
        data-action="copy-each"
        onClick={() => void deps.copyOneByOne(boards()).catch(fail)}
      >
        {t('popup_copy_each')}
      </button>
      {phase.name === 'failed' && (
        <div class="bar-error" role="alert">
          <ErrorNote error={phase.error} />
        </div>
      )}
    </div>
  );
}
