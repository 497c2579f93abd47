import { t } from '../../i18n/t';
import type { CopyKind } from './popup-deps';
import type { MenuGroup } from './menu-group';

/**
 * What else of a board can be copied, for people who write.
 * @param allowsPictures whether the administrator lets pictures be copied; words always can be
 */
export function copyGroup(copyAs: (kind: CopyKind) => void, allowsPictures: boolean): MenuGroup {
  const picture = { id: 'copy-document', label: t('popup_copy_document'), run: () => copyAs('document') };
  return {
    label: t('popup_copy'),
    entries: [
      ...(allowsPictures ? [picture] : []),
      { id: 'copy-markdown', label: t('popup_copy_markdown'), run: () => copyAs('markdown') },
      { id: 'copy-link', label: t('popup_copy_link'), run: () => copyAs('link') },
    ],
  };
}
