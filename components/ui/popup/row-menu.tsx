import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/t';
import type { BoardRow } from '../../messaging/protocol';
import { Icon } from '../icons/icon';
import { placeMenu } from './place-menu';

/** Something that can be done with a board. */
export interface MenuEntry {
  /** What tests find it by. */
  id: string;
  label: string;
  /** Called in the click's own tick. */
  run: () => void;
}

/** What belongs together. */
export interface MenuGroup {
  label?: string;
  entries: readonly MenuEntry[];
  /** What else there is, once that is known; asked for when the menu opens. */
  more?: () => Promise<readonly MenuEntry[]>;
}

interface RowMenuProps {
  row: BoardRow;
  /** Asked for when it opens. */
  groups: () => readonly MenuGroup[];
}

/** The small button at the end of a row, and the menu that it opens: the browser closes that when one looks elsewhere. */
export function RowMenu({ row, groups }: RowMenuProps) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (!isOpen || !menu.current || !button.current) return;
    placeMenu(menu.current, button.current.getBoundingClientRect());
    menu.current.querySelector('button')?.focus();
  }, [isOpen]);

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
        onKeyDown={(event) => {
          event.stopPropagation(); // the list's keys are not the menu's
          if (moveFocus(event.key, event.currentTarget)) event.preventDefault();
        }}
        onClick={({ currentTarget }) => currentTarget.hidePopover()}
      >
        {isOpen && groups().map((group) => <Group key={group.label ?? ''} group={group} />)}
      </div>
    </>
  );
}

function Group({ group }: { group: MenuGroup }) {
  const [more, setMore] = useState<readonly MenuEntry[]>([]);
  useEffect(() => {
    let isHere = true;
    // Whoever does not know what else there is offers no more.
    group.more?.().then(
      (entries) => isHere && setMore(entries),
      () => {},
    );
    return () => {
      isHere = false;
    };
  }, []);
  return (
    <fieldset>
      <legend class="menu-label">{group.label}</legend>
      {[...group.entries, ...more].map(({ id, label, run }) => (
        <button key={id} type="button" role="menuitem" data-entry={id} onClick={run}>
          {label}
        </button>
      ))}
    </fieldset>
  );
}

/** Whether the key was one of those that move within a menu. */
function moveFocus(key: string, menu: HTMLElement): boolean {
  const items = [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const at = items.findIndex((item) => item === document.activeElement);
  const goals: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? -1 : at - 1,
    Home: 0,
    End: -1,
  };
  const goal = goals[key];
  if (goal === undefined) return false;
  items.at(goal % items.length)?.focus();
  return true;
}
