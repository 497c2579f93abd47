import { formatBytes } from '../../i18n/format-bytes';
import { t } from '../../i18n/t';
import { Choice } from './choice';
import { NoticeSwitch } from './notice-switch';
import type { OptionsDeps } from './options-deps';
import { Section } from './section';

/** What mail, chats and disks with the FAT file system take; 0: never split. */
const partsMb = [0, 20, 250, 4000];

/** How many boards are saved at once. */
export function BulkSection({ deps: { settings, noticeAccess } }: { deps: OptionsDeps }) {
  return (
    <Section anchor="bulk" title={t('options_bulk')}>
      <Choice
        setting={settings.archivePartMb}
        label={t('options_archive_part')}
        hint={t('options_archive_part_hint')}
        values={partsMb}
        words={(mb) => (mb === 0 ? t('options_archive_part_never') : formatBytes(mb * 1_000_000))}
      />
      <NoticeSwitch access={noticeAccess} />
    </Section>
  );
}
