import { t } from '../../i18n/t';
import type { MenuGroup } from './menu-group';

/** *Find in document*: scrolls the page to the board. */
export function findGroup(find: () => void): MenuGroup {
  return { entries: [{ id: 'find', label: t('popup_find'), run: find }] };
}
