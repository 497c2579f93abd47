import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/t';
import { Icon } from '../icons/icon';
import type { OptionsDeps } from './options-deps';

/** How long it stands there, in ms. */
const shownForMs = 2000;

/** Says for a moment that a change is kept: there is no button that would say it. */
export function SavedNote({ settings }: Pick<OptionsDeps, 'settings'>) {
  const [changes, setChanges] = useState(0);
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const stops = Object.values(settings).map((setting) =>
      setting.watch(() => setChanges((count) => count + 1)),
    );
    return () => stops.forEach((stop) => stop());
  }, [settings]);
  useEffect(() => {
    if (changes === 0) return undefined;
    setShown(true);
    const timer = setTimeout(() => setShown(false), shownForMs);
    return () => clearTimeout(timer);
  }, [changes]);
  return (
    <output class="saved-note">
      {isShown && (
        <span>
          <Icon name="check" />
          {t('popup_saved')}
        </span>
      )}
    </output>
  );
}
