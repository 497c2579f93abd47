import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Brand } from '../../boards/board';
import { toErrorData, type ErrorData } from '../../errors';
import { errorText } from '../../i18n/error-text';
import { t } from '../../i18n/t';
import type { BoardRow } from '../../messaging/protocol';
import { IconButton } from '../icon-button';
import { Icon } from '../icons/icon';
import { listedBoard } from './listed-board';
import type { CopyKind } from './popup-deps';
import { usePopup } from './popup-context';
import { RowMenu } from './row-menu';
import { RowStatus, stoodInText } from './row-status';
import { isSources, type SaveWish } from './save-wish';
import { savedResult, savedSources } from './saved-result';
import { useAction, type ActionState } from './use-action';
import { usePicture } from './use-picture';
import { useSeen } from './use-seen';

interface BoardRowViewProps extends Omit<RowContentProps, 'isSeen'> {
  /** Filtered out. It stays where it is, so that it keeps its picture and what it was doing. */
  hidden: boolean;
  /** Whether it is drawn at once, and not only when it is seen. */
  first: boolean;
}

/**
 * One board of the list. Until it is seen, or gets the focus, it has its name alone; what was drawn stays. Drawn anew
 * only if something of it has changed: a list can have hundreds.
 */
export function BoardRowView({ hidden, first, ...content }: BoardRowViewProps) {
  const { row, brand, pageUrl, selected, mayFetch, listProblem, onToggle, onPreview } = content;
  const element = useRef<HTMLLIElement>(null);
  const isSeen = useSeen(element);
  const [isReached, setReached] = useState(first);
  const isDrawn = isSeen || isReached;
  useLayoutEffect(() => {
    // The focus came to the row by the keyboard, before there was anything in it.
    if (isDrawn && element.current === document.activeElement) {
      element.current?.querySelector<HTMLElement>('[data-action=preview]')?.focus();
    }
  }, [isDrawn]);
  return useMemo(
    () => (
      <li
        ref={element}
        class="row"
        data-block-id={row.board.blockId}
        hidden={hidden}
        // Never without a place: who loses it while it has the focus loses the focus as well.
        {...(isDrawn ? { tabIndex: -1 } : { tabIndex: 0, onFocus: () => setReached(true) })}
      >
        {isDrawn ? <RowContent {...content} isSeen={isSeen} /> : <RowName name={row.name} />}
      </li>
    ),
    [row, brand, pageUrl, selected, mayFetch, listProblem, onToggle, onPreview, hidden, isDrawn, isSeen],
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
  /** Whether it is, or was, in sight: then its picture is loaded. */
  isSeen: boolean;
  row: BoardRow;
  brand: Brand;
  /** The address of the document. */
  pageUrl: string;
  selected: boolean;
  mayFetch: boolean;
  listProblem: ErrorData | undefined;
  /** `isRange`: with all from the board that was turned over last. */
  onToggle: (blockId: string, isRange: boolean) => void;
  /** Shows the board large. */
  onPreview: (blockId: string) => void;
}

/** Chosen or not, its picture, its name, what is known of it, *Copy*, *Save* and its menu. */
function RowContent({
  isSeen,
  row,
  brand,
  pageUrl,
  selected,
  mayFetch,
  listProblem,
  onToggle,
  onPreview,
}: RowContentProps) {
  const { announce, deps } = usePopup();
  const { allowClipboard } = deps.policy;
  const { blockId } = row.board;
  const picture = usePicture(row, isSeen, mayFetch);
  const [last, setLast] = useState<'copy' | 'save'>('copy');
  const copied = useRef<CopyKind>('picture');
  const thumbnail = useRef<HTMLButtonElement>(null);
  const wanted = useRef<SaveWish | undefined>(undefined);

  const [copy, runCopy] = useAction(
    useCallback(() => deps.copyBoard(listedBoard(row, pageUrl), copied.current), [deps, row, pageUrl]),
    useReport('copy', row.name),
  );
  const [save, runSave] = useAction(
    useCallback(async () => {
      const wish = wanted.current;
      if (wish && isSources(wish)) return savedSources(await deps.saveSources(blockId, wish));
      return savedResult(
        await deps.send('board/save', { tabId: deps.tabId, blockId, ...(wish && { recipe: wish }) }),
      );
    }, [deps, blockId]),
    useReport('save', row.name),
  );
  const copyAs = (kind: CopyKind): void => {
    copied.current = kind;
    runCopy(); // first: the clipboard is only open in the click's own tick
    setLast('copy');
  };
  /** Drawn while the pointer is on its way, it is there when it is clicked, or dragged. */
  const prepare = (): void => {
    const { image } = picture;
    if (image && thumbnail.current && allowClipboard)
      deps.dragOut(thumbnail.current, listedBoard(row, pageUrl), image);
  };
  const find = (): void => {
    deps.findBoard(blockId).catch((thrown: unknown) => announce(errorText(toErrorData(thrown)).sentence));
  };
  /** `wish`: default: what the settings say. */
  const saveAs = (wish?: SaveWish): void => {
    wanted.current = wish;
    runSave();
    setLast('save');
  };

  return (
    <>
      <label class="row-choice">
        <input
          type="checkbox"
          checked={selected}
          aria-label={t('popup_select_board', row.name)}
          onClick={({ shiftKey }) => onToggle(blockId, shiftKey)}
        />
      </label>
      <button
        type="button"
        class="thumbnail"
        aria-label={t('popup_preview_named', row.name)}
        aria-haspopup="dialog"
        data-action="preview"
        ref={thumbnail}
        onPointerEnter={prepare}
        onClick={() => onPreview(blockId)}
      >
        {picture.url ? <img src={picture.url} alt="" draggable={false} /> : <Icon name="board" size={20} />}
      </button>
      <div class="row-text">
        <h2 class="name" dir="auto" title={row.name}>
          {row.name}
        </h2>
        <RowStatus {...{ copy, save, last, picture, brand, listProblem }} />
      </div>
      {allowClipboard && (
        <ActionButton
          action="copy"
          state={copy}
          name={row.name}
          onApproach={prepare}
          onClick={() => copyAs(copy.phase === 'failed' ? copied.current : 'picture')}
        />
      )}
      <ActionButton
        action="save"
        state={save}
        name={row.name}
        onClick={() => saveAs(save.phase === 'failed' ? wanted.current : undefined)}
      />
      <RowMenu row={row} brand={brand} actions={{ find, saveAs, copyAs }} />
    </>
  );
}

interface ActionButtonProps {
  action: 'copy' | 'save';
  state: ActionState;
  name: string;
  /** The pointer has come to it. */
  onApproach?: () => void;
  onClick: () => void;
}

function ActionButton({ action, state, name, onApproach, onClick }: ActionButtonProps) {
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
      onApproach={onApproach}
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
            : [
                t(action === 'copy' ? 'popup_copied_named' : 'popup_saved_named', name),
                ...(state.notes ?? []),
              ].join(' '),
        );
      }
    },
    [announce, deps, action, name],
  );
}
