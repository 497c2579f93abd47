import { t } from '../../i18n/t';
import { Line } from './line';
import type { OptionsDeps } from './options-deps';
import { Section } from './section';

/** What this is, where data goes, and what helps when something is wrong. */
export function AboutSection({ deps }: { deps: OptionsDeps }) {
  return (
    <Section title={t('options_about')}>
      <Line label={t('extension_name')} hint={t('options_version', deps.version)} />
      <Line label={t('options_diagnosis_label')} hint={t('options_diagnosis_hint')}>
        <button type="button" class="button" onClick={() => deps.diagnose()}>
          {t('options_diagnosis')}
        </button>
      </Line>
      <Line label={t('options_privacy')} hint={t('options_trademark')} />
    </Section>
  );
}
