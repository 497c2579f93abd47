import { t } from '../../i18n/t';
import { Line } from './line';
import type { OptionsDeps } from './options-deps';
import { Section } from './section';

/** What this is, and where data goes. */
export function AboutSection({ deps }: { deps: OptionsDeps }) {
  return (
    <Section title={t('options_about')}>
      <Line label={t('extension_name')} hint={t('options_version', deps.version)} />
      <Line label={t('options_privacy')} hint={t('options_trademark')} />
    </Section>
  );
}
