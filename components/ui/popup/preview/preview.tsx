import type { RefObject } from 'preact';
import { useCallback, useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../../i18n/t';
import type { BoardList, BoardRow } from '../../../messaging/protocol';
import { IconButton } from '../../icon-button';
import { useStyles } from '../../use-styles';
import { withoutFragment } from '../job-counts';
import { listedBoard } from '../listed-board';
import { usePopup } from '../popup-context';
import { RowStatus } from '../row-status';
import { savedResult } from '../saved-result';
import { useAction } from '../use-action';
import { usePicture } from '../use-picture';
import { PreviewButton } from './preview-button';
import { PreviewPicture, type Zoomable } from './preview-picture';
import style from './preview.css?inline';
import { handlePreviewKey } from './preview-keys';
import { useStoredPicture } from './use-stored-picture';

export interface PreviewProps {
  list: BoardList;
  /** The boards that can be gone through. */
  rows: readonly BoardRow[];
  /** The one that is seen. */
  blockId: string;
  mayFetch: boolean;
  /** Another one, or none any more. */
  onShow: (blockId: string | undefined) => void;
}

/** A board as large as there is room for, with the ways to the ones beside it. */
export function Preview({ list, rows, blockId, mayFetch, onShow }: PreviewProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const zoomable = useRef<Zoomable>(null);
  const id = useId();
  const at = Math.max(
    0,
    rows.findIndex(({ board }) => board.blockId === blockId),
  );
  const row = rows[at];
  const step = (by: 1 | -1): void => {
    const next = rows[at + by];
    if (next) onShow(next.board.blockId);
  };
  const close = (): void => dialog.current?.close();

  useStyles(style);
  useEffect(() => {
    document.documentElement.classList.add('previewing'); // the popup makes room
    dialog.current?.showModal();
    zoomable.current?.focus();
    return () => {
      document.documentElement.classList.remove('previewing');
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      class="preview-sheet"
      aria-labelledby={id}
      onClose={() => {
        onShow(undefined);
        focusRow(blockId);
      }}
      onKeyDown={(event) => handlePreviewKey(event, { step, close, picture: zoomable.current })}
    >
      <header>
        <h2 id={id} class="name" dir="auto">
          {row?.name}
        </h2>
        <p class="quiet">{t('queue_position', [at + 1, rows.length])}</p>
        <PreviewButton
          icon="previous"
          label={t('preview_previous')}
          disabled={at === 0}
          onClick={() => step(-1)}
        />
        <PreviewButton
          icon="next"
          label={t('preview_next')}
          disabled={at >= rows.length - 1}
          onClick={() => step(1)}
        />
        <IconButton icon="close" label={t('keys_close')} onClick={close} />
      </header>
      {row && <PreviewedBoard key={row.board.blockId} {...{ list, row, mayFetch, zoomable }} />}
    </dialog>
  );
}

interface PreviewedBoardProps extends Pick<PreviewProps, 'list' | 'mayFetch'> {
  row: BoardRow;
  zoomable: RefObject<Zoomable | null>;
}

function PreviewedBoard({ list, row, mayFetch, zoomable }: PreviewedBoardProps) {
  const { deps } = usePopup();
  const { blockId } = row.board;
  const picture = usePicture(row, true, mayFetch);
  const whole = useStoredPicture(picture.image);
  const [last, setLast] = useState<'copy' | 'save'>('copy');
  const [copy, runCopy] = useAction(
    useCallback(
      () => deps.copyBoard(listedBoard(row, withoutFragment(list.url) ?? ''), 'picture'),
      [deps, row, list],
    ),
    noReport,
  );
  const [save, runSave] = useAction(
    useCallback(
      async () => savedResult(await deps.send('board/save', { tabId: deps.tabId, blockId })),
      [deps, blockId],
    ),
    noReport,
  );
  // Another board has the same room, and the focus stays.
  useEffect(() => {
    if (document.activeElement === document.body) zoomable.current?.focus();
  }, []);

  return (
    <>
      <PreviewPicture
        name={row.name}
        url={whole ?? picture.url}
        isSmall={whole === undefined}
        zoomable={zoomable}
      />
      <footer>
        <output>
          <RowStatus {...{ copy, save, last, picture, brand: list.brand, listProblem: undefined }} />
        </output>
        {deps.policy.allowClipboard && (
          <button
            type="button"
            class="button"
            data-action="preview-copy"
            onClick={() => {
              runCopy(); // first: the clipboard is only open in the click's own tick
              setLast('copy');
            }}
          >
            {t('popup_copy')}
          </button>
        )}
        <button
          type="button"
          class="button primary"
          data-action="preview-save"
          onClick={() => {
            runSave();
            setLast('save');
          }}
        >
          {t('popup_save')}
        </button>
      </footer>
    </>
  );
}

/** The line that says how it went is read out by itself. */
const noReport = (): void => {};

/** The list is where one was; the row of the board that was seen last has the focus. */
function focusRow(blockId: string): void {
  const row = document.querySelector<HTMLElement>(`[data-block-id="${blockId}"]`);
  (row?.querySelector<HTMLElement>('[data-action=preview]') ?? row)?.focus();
}
