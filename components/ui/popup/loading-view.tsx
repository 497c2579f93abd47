import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/t';

/** After how many ms it is said that this takes long. */
const slowAfterMs = 4000;

/** Rows without content, in the places where the rows will be. */
export function LoadingView({ onRetry }: { onRetry: () => void }) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowAfterMs);
    return () => clearTimeout(timer);
  }, [isSlow]);
  const lookAgain = (): void => {
    setSlow(false);
    onRetry();
  };
  return (
    <div class="loading">
      <output class="quiet">{t(isSlow ? 'popup_loading_slow' : 'popup_loading')}</output>
      <div class="skeleton" aria-hidden="true">
        {[0, 1, 2].map((place) => (
          <div key={place} class="skeleton-row">
            <span />
            <span />
          </div>
        ))}
      </div>
      {isSlow && (
        <button type="button" class="button" onClick={lookAgain}>
          {t('popup_look_again')}
        </button>
      )}
    </div>
  );
}
