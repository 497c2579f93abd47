import { useId } from 'preact/hooks';
import { t } from '../../i18n/t';
import { Line } from './line';

interface BackgroundLineProps {
  /** `#rrggbb`; undefined: as it is. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

const white = '#ffffff';
/** What a choice of colour begins with. */
const firstColour = '#f2f3f5';

/** What stands behind a board. */
export function BackgroundLine({ value, onChange }: BackgroundLineProps) {
  const id = useId();
  const kind = value === undefined ? 'kept' : value === white ? 'white' : 'colour';
  return (
    <Line for={id} label={t('options_background')} hint={t('options_background_hint')}>
      {kind === 'colour' && (
        <input
          type="color"
          class="colour"
          aria-label={t('options_background_colour')}
          value={value}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )}
      <select
        id={id}
        name="background"
        class="field"
        aria-describedby={`${id}-hint`}
        value={kind}
        onChange={({ currentTarget: { value: chosen } }) => {
          onChange(chosen === 'kept' ? undefined : chosen === 'white' ? white : firstColour);
        }}
      >
        <option value="kept">{t('background_kept')}</option>
        <option value="white">{t('background_white')}</option>
        <option value="colour">{t('background_colour')}</option>
      </select>
    </Line>
  );
}
