import { useId } from 'preact/hooks';
import { t } from '../../i18n/t';
import { useSetting } from '../use-setting';
import { Line } from './line';
import type { OptionsDeps } from './options-deps';
import { Section } from './section';

/** What the extension does inside a document's page. */
export function PageSection({ deps }: { deps: OptionsDeps }) {
  const id = useId();
  const [isOn, setOn] = useSetting(deps.settings.rightClick);
  return (
    <Section title={t('options_page')}>
      <Line for={id} label={t('options_right_click')} hint={t('options_right_click_hint')}>
        <input
          id={id}
          type="checkbox"
          class="switch"
          aria-describedby={`${id}-hint`}
          checked={isOn ?? deps.settings.rightClick.fallback}
          onChange={(event) => void setOn(event.currentTarget.checked)}
        />
      </Line>
    </Section>
  );
}
