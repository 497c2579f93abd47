import { t } from '../../i18n/t';
import type { CopyKind } from './popup-deps';
import type { MenuGroup } from './row-menu';

/** What else of a board can be copied, for people who write. */
export function copyGroup(copyAs: (kind: CopyKind) => void): MenuGroup {
  return {
    label: t('popup_copy'),
    entries: [
      { id: 'copy-document', label: t('popup_copy_document'), run: () => copyAs('document') },
      { id: 'copy-markdown', label: t('popup_copy_markdown'), run: () => copyAs('markdown') },
      { id: 'copy-link', label: t('popup_copy_link'), run: () => copyAs('link') },
    ],
  };
}
