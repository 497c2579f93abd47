import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n/t';
import { ErrorNote } from '../error-note';
import type { QueueDeps } from './queue-deps';
import { useQueue } from './use-queue';

/** One board on the clipboard at a time: which, and the ways to the next and back. */
export function Queue({ deps }: { deps: QueueDeps }) {
  const [{ boards, index, phase, picture, error }, copyAt] = useQueue(deps);
  const place = useRef(index);
  place.current = index;
  useEffect(() => deps.watchKeys(() => copyAt(place.current + 1)), [deps, copyAt]);
  const board = boards[index];
  const isLast = index === boards.length - 1;

  return (
    <main class="queue" data-phase={phase}>
      {board && (
        <header>
          <p class="quiet">{t('queue_position', [index + 1, boards.length])}</p>
          <h1 class="name" dir="auto" title={board.name}>
            {board.name}
          </h1>
        </header>
      )}
      <div class="queue-picture">{picture && <img src={picture} alt="" />}</div>
      {error ? (
        <div class="bad" role="alert">
          <ErrorNote error={error} />
        </div>
      ) : (
        <output class={phase === 'copied' ? 'good' : 'quiet'}>
          {t(phase === 'copied' ? (isLast ? 'queue_copied_last' : 'queue_copied') : 'popup_copying')}
        </output>
      )}
      <footer>
        <button
          type="button"
          class="button"
          disabled={index === 0}
          data-action="back"
          onClick={() => void copyAt(index - 1)}
        >
          {t('queue_back')}
        </button>
        {phase === 'failed' && board && (
          <button type="button" class="button" data-action="retry" onClick={() => void copyAt(index)}>
            {t('remedy_retry')}
          </button>
        )}
        <button
          type="button"
          class="button primary"
          data-action="next"
          onClick={() => (isLast || !board ? deps.close() : void copyAt(index + 1))}
        >
          {t(isLast || !board ? 'queue_done' : 'queue_next')}
        </button>
      </footer>
    </main>
  );
}
