import { useId, useRef, useState } from 'preact/hooks';
import type { Brand } from '../../boards/board';
import { t } from '../../i18n/t';
import type { BoardRow } from '../../messaging/protocol';
import { Icon } from '../icons/icon';
import { later } from '../later';
import type { RowActions } from './row-menu-list';

const loadList = () => import('./row-menu-list');
const RowMenuList = later(async () => (await loadList()).RowMenuList);

interface RowMenuProps {
  row: BoardRow;
  brand: Brand;
  actions: RowActions;
}

/**
 * The small button at the end of a row, and the menu that it opens: the browser closes that when one looks elsewhere. What
 * is in it is loaded while the pointer is on its way.
 */
export function RowMenu({ row, brand, actions }: RowMenuProps) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);

  return (
    <>
      <button
        ref={button}
        type="button"
        class="button icon-only more"
        aria-label={t('popup_more_named', row.name)}
        title={t('popup_more')}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        data-action="more"
        popovertarget={id}
        onPointerEnter={() => void loadList()}
      >
        <Icon name="down" size={12} />
      </button>
      <div
        ref={menu}
        id={id}
        class="menu"
        role="menu"
        tabIndex={-1}
        popover="auto"
        onToggle={({ newState }) => setOpen(newState === 'open')}
        // The list's keys are not the menu's.
        onKeyDown={(event) => event.stopPropagation()}
        onClick={({ currentTarget }) => currentTarget.hidePopover()}
      >
        {isOpen && <RowMenuList {...{ row, brand, actions, menu, button }} />}
      </div>
    </>
  );
}
