import { t } from '../../i18n/t';
import { NameField } from './name-field';
import type { OptionsDeps } from './options-deps';
import { Section } from './section';

const placeholders = [
  '{doc}',
  '{name}',
  '{n}',
  '{heading}',
  '{caption}',
  '{date}',
  '{id}',
  '{width}',
  '{height}',
];

/** How files are named. */
export function NamesSection({ deps: { settings, previewName } }: { deps: OptionsDeps }) {
  return (
    <Section
      anchor="names"
      title={t('options_files')}
      intro={t('options_files_intro', placeholders.join(' '))}
    >
      <NameField
        name="fileNameOne"
        setting={settings.fileNameOne}
        label={t('options_name_single')}
        preview={previewName}
      />
      <NameField
        name="fileNameInSet"
        setting={settings.fileNameInSet}
        label={t('options_name_set')}
        preview={previewName}
      />
    </Section>
  );
}
