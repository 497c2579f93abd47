import { t } from '../../i18n/t';
import { Line } from './line';
import type { OptionsDeps } from './options-deps';
import { Section } from './section';

/** What this is, where data goes, and what helps when something is wrong. */
export function AboutSection({ deps }: { deps: OptionsDeps }) {
  const showFirstSteps = async (): Promise<void> => {
    await deps.settings.firstSteps.set('shown');
    window.scrollTo({ top: 0 });
  };
  return (
    <Section anchor="about" title={t('options_about')}>
      <Line label={t('extension_name')} hint={t('options_version', deps.version)} />
      <Line label={t('options_diagnosis_label')} hint={t('options_diagnosis_hint')}>
        <button type="button" class="button" onClick={() => deps.diagnose()}>
          {t('options_diagnosis')}
        </button>
      </Line>
      <Line label={t('first_title')}>
        <button type="button" class="button" data-action="first-steps" onClick={() => void showFirstSteps()}>
          {t('first_again')}
        </button>
      </Line>
      <Line label={t('options_privacy')} hint={t('options_trademark')} />
    </Section>
  );
}
