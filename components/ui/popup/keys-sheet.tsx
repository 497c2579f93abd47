import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/t';
import { IconButton } from '../icon-button';
import { useStyles } from '../use-styles';
import style from './keys-sheet.css?inline';
import { usePopup } from './popup-context';

/** The keys, as they are written on keyboards in every language, and what they do. */
const keys = [
  ['↑ ↓', 'keys_move'],
  ['Space', 'keys_preview'],
  ['X', 'keys_choose'],
  ['Shift X', 'keys_range'],
  ['Enter', 'popup_save'],
  ['C', 'popup_copy'],
  ['A', 'popup_select_all'],
  ['/', 'popup_filter'],
  ['Esc', 'keys_close'],
  ['?', 'keys_title'],
] as const;

/** What has a shortcut in the page as well, where the browser has been told one. */
const commands = [
  ['_execute_action', 'command_open'],
  ['copy-board', 'command_copy_board'],
  ['save-all', 'command_save_all'],
] as const;

/** The keys of the popup, and those that open it. Gives the focus back to where it was when it closes. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const { deps } = usePopup();
  const [shortcuts, setShortcuts] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => void deps.readShortcuts().then(setShortcuts, () => undefined), [deps]);
  const mayDo = (meaning: (typeof keys | typeof commands)[number][1]): boolean =>
    deps.policy.allowClipboard || (meaning !== 'popup_copy' && meaning !== 'command_copy_board');
  const withKeys = commands.flatMap(([name, meaning]) => {
    const shortcut = shortcuts[name];
    return shortcut ? [[shortcut, meaning] as const] : [];
  });
  useStyles(style);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="keys"
      aria-labelledby={id}
      onClose={onClose}
      onKeyDown={(event) => {
        event.stopPropagation(); // the list's keys rest meanwhile
        if (event.key === '?') dialog.current?.close();
      }}
    >
      <header>
        <h2 id={id}>{t('keys_title')}</h2>
        <IconButton icon="close" label={t('keys_close')} onClick={() => dialog.current?.close()} />
      </header>
      <dl>
        {[...keys, ...withKeys]
          .filter(([, meaning]) => mayDo(meaning))
          .map(([key, meaning]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(meaning)}</dd>
            </div>
          ))}
      </dl>
    </dialog>
  );
}
