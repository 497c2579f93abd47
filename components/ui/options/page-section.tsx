import { t } from '../../i18n/t';
import type { OptionsDeps } from './options-deps';
import { Section } from './section';
import { Switch } from './switch';

/** What the extension does inside a document's page. */
export function PageSection({ deps: { settings } }: { deps: OptionsDeps }) {
  return (
    <Section anchor="page" title={t('options_page')}>
      <Switch
        name="rightClick"
        setting={settings.rightClick}
        label={t('options_right_click')}
        hint={t('options_right_click_hint')}
      />
      <Switch
        name="toolbar"
        setting={settings.toolbar}
        label={t('options_toolbar')}
        hint={t('options_toolbar_hint')}
      />
    </Section>
  );
}
