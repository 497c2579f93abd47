import type { RefObject } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Brand } from '../../boards/board';
import type { BoardRow } from '../../messaging/protocol';
import { copyGroup } from './copy-group';
import { findGroup } from './find-group';
import type { MenuEntry, MenuGroup } from './menu-group';
import { moveInMenu } from './move-in-menu';
import { placeMenu } from './place-menu';
import type { CopyKind } from './popup-deps';
import { usePopup } from './popup-context';
import { saveGroup } from './save-group';
import type { SaveWish } from './save-wish';
import { useStyles } from '../use-styles';
import style from './row-menu-list.css?inline';

/** What a row's menu does with its board. */
export interface RowActions {
  find: () => void;
  saveAs: (wish: SaveWish) => void;
  copyAs: (kind: CopyKind) => void;
}

interface RowMenuListProps {
  row: BoardRow;
  brand: Brand;
  actions: RowActions;
  menu: RefObject<HTMLElement | null>;
  /** What it was opened by. */
  button: RefObject<HTMLElement | null>;
}

/** All that can be done with a board, while its menu is open. */
export function RowMenuList({
  row,
  brand,
  actions: { find, saveAs, copyAs },
  menu,
  button,
}: RowMenuListProps) {
  useStyles(style);
  const { deps } = usePopup();
  const groups = useMemo(
    () => [
      findGroup(find),
      saveGroup(row, brand, deps, saveAs),
      copyGroup(copyAs, deps.policy.allowClipboard),
    ],
    [],
  );
  useEffect(() => {
    const list = menu.current;
    if (!list || !button.current) return undefined;
    placeMenu(list, button.current.getBoundingClientRect());
    list.querySelector('button')?.focus();
    const onKey = (event: KeyboardEvent): void => {
      if (moveInMenu(event.key, list)) event.preventDefault();
    };
    list.addEventListener('keydown', onKey);
    return () => list.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      {groups.map((group) => (
        <Group key={group.label ?? ''} group={group} />
      ))}
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
