import type { RefObject } from 'preact';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { Brand } from '../../boards/board';
import { toErrorData, type ErrorData } from '../../errors';
import { errorText } from '../../i18n/error-text';
import { t } from '../../i18n/t';
import type { BoardRow } from '../../messaging/protocol';
import { IconButton } from '../icon-button';
import { Icon } from '../icons/icon';
import { usePopup } from './popup-context';
import { RowStatus, stoodInText } from './row-status';
import { useAction, type ActionState } from './use-action';
import { usePicture } from './use-picture';
import { useSeen } from './use-seen';

interface BoardRowViewProps extends Omit<RowContentProps, 'element'> {
  /** Filtered out. It stays where it is, so that it keeps its picture and what it was doing. */
  hidden: boolean;
  /** Whether all of it is drawn, not its name alone. What was drawn stays. */
  ready: boolean;
}

/** One board of the list. Drawn anew only if something of it has changed: a list can have hundreds. */
export function BoardRowView({ hidden, ready, ...content }: BoardRowViewProps) {
  const { row, brand, selected, mayFetch, listProblem, onToggle } = content;
  const element = useRef<HTMLLIElement>(null);
  const isDrawn = useRef(ready);
  isDrawn.current ||= ready;
  return useMemo(
    () => (
      <li ref={element} class="row" data-block-id={row.board.blockId} hidden={hidden}>
        {isDrawn.current ? <RowContent {...content} element={element} /> : <RowName name={row.name} />}
      </li>
    ),
    [row, brand, selected, mayFetch, listProblem, onToggle, hidden, isDrawn.current],
  );
}

function RowName({ name }: { name: string }) {
  return (
    <h2 class="name" dir="auto">
      {name}
    </h2>
  );
}

interface RowContentProps {
  /** The row that it stands in. */
  element: RefObject<HTMLLIElement | null>;
  row: BoardRow;
  brand: Brand;
  selected: boolean;
  mayFetch: boolean;
  listProblem: ErrorData | undefined;
  onToggle: (blockId: string) => void;
}

/** Chosen or not, its picture, its name, what is known of it, *Find*, *Copy* and *Save*. */
function RowContent({ element, row, brand, selected, mayFetch, listProblem, onToggle }: RowContentProps) {
  const { announce, deps } = usePopup();
  const { blockId } = row.board;
  const picture = usePicture(row, useSeen(element), mayFetch);
  const [last, setLast] = useState<'copy' | 'save'>('copy');

  const [copy, runCopy] = useAction(
    useCallback(() => deps.copyBoard(blockId), [deps, blockId]),
    useReport('copy', row.name),
  );
  const [save, runSave] = useAction(
    useCallback(() => deps.send('board/save', { tabId: deps.tabId, blockId }), [deps, blockId]),
    useReport('save', row.name),
  );

  return (
    <>
      <label class="row-choice">
        <input
          type="checkbox"
          checked={selected}
          aria-label={t('popup_select_board', row.name)}
          onChange={() => onToggle(blockId)}
        />
        <span class="thumbnail">
          {picture.url ? <img src={picture.url} alt="" draggable={false} /> : <Icon name="board" size={20} />}
        </span>
      </label>
      <div class="row-text">
        <h2 class="name" dir="auto" title={row.name}>
          {row.name}
        </h2>
        <RowStatus {...{ copy, save, last, picture, brand, listProblem }} />
      </div>
      <IconButton
        icon="target"
        label={t('popup_find_named', row.name)}
        hint={t('popup_find')}
        action="find"
        onClick={() => {
          deps
            .findBoard(blockId)
            .catch((thrown: unknown) => announce(errorText(toErrorData(thrown)).sentence));
        }}
      />
      <ActionButton
        action="copy"
        state={copy}
        name={row.name}
        onClick={() => {
          runCopy(); // first: the clipboard is only open in the click's own tick
          setLast('copy');
        }}
      />
      <ActionButton
        action="save"
        state={save}
        name={row.name}
        onClick={() => {
          runSave();
          setLast('save');
        }}
      />
    </>
  );
}

interface ActionButtonProps {
  action: 'copy' | 'save';
  state: ActionState;
  name: string;
  onClick: () => void;
}

function ActionButton({ action, state, name, onClick }: ActionButtonProps) {
  const look = {
    idle: { icon: action, tone: undefined },
    busy: { icon: action, tone: undefined },
    done: { icon: 'check', tone: 'good' },
    failed: { icon: 'retry', tone: 'bad' },
  } as const;
  const label =
    state.phase === 'failed' ? (`popup_${action}_retry_named` as const) : (`popup_${action}_named` as const);
  return (
    <IconButton
      {...look[state.phase]}
      label={t(label, name)}
      hint={t(state.phase === 'failed' ? 'remedy_retry' : `popup_${action}`)}
      action={action}
      busy={state.phase === 'busy'}
      onClick={onClick}
    />
  );
}

/** Has screen readers say how an action ended. */
function useReport(action: 'copy' | 'save', name: string): (state: ActionState) => void {
  const { announce, deps } = usePopup();
  return useCallback(
    (state) => {
      if (state.phase === 'failed') {
        const { sentence, help } = errorText(state.error);
        announce(`${t('popup_failed_named', [name, sentence])} ${help}`);
      } else if (state.phase === 'done') {
        announce(
          state.stoodIn
            ? stoodInText(action, state.stoodIn, deps.now())
            : t(action === 'copy' ? 'popup_copied_named' : 'popup_saved_named', name),
        );
      }
    },
    [announce, deps, action, name],
  );
}
