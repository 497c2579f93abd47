import { t } from '../../i18n/t';
import { Icon } from '../icons/icon';

interface FreshSwitchProps {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** Whether all pictures are fetched again, those as well that came a moment ago. */
export function FreshSwitch({ isOn, onChange }: FreshSwitchProps) {
  return (
    <button
      type="button"
      class="button fresh"
      aria-pressed={isOn}
      aria-label={t('save_fresh')}
      title={t('save_fresh')}
      data-action="fresh"
      onClick={() => onChange(!isOn)}
    >
      <Icon name="retry" />
    </button>
  );
}
