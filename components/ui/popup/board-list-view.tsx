import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { asksForSignIn } from '../../errors';
import { t } from '../../i18n/t';
import type { BoardList, BoardRow } from '../../messaging/protocol';
import { later } from '../later';
import { BoardRowView } from './board-row';
import { CopyBar } from './copy-bar';
import { withoutFragment } from './job-counts';
import { ListTools } from './list-tools';
import { listedBoard } from './listed-board';
import { usePopup } from './popup-context';
import { reuseRows } from './reuse-rows';
import { SaveBar } from './save-bar';
import { everything, isSelected, toggleAll, toggleRange } from './selection';
import { rowHeight, rowsInSight, useFilledRows } from './use-filled-rows';
import { usePreview } from './use-preview';

const ProblemStrip = later(async () => (await import('./problem-strip')).ProblemStrip);

interface BoardListViewProps {
  list: BoardList;
  /** A job of this document is under way: its progress stands where the save bar would. */
  isSaving: boolean;
  onRetry: () => void;
  /** The job, between the list and the save bar. */
  children: ComponentChildren;
}

/** The boards of a document, and what can be done with them. */
export function BoardListView({ list, isSaving, onRetry, children }: BoardListViewProps) {
  const { deps } = usePopup();
  const [selection, setSelection] = useState(everything);
  const [filter, setFilter] = useState('');
  const [previewed, preview] = usePreview();
  const listElement = useRef<HTMLUListElement>(null);
  const heightBeforeFilter = useRef(0);
  const { problem } = list;
  const lastRows = useRef<readonly BoardRow[] | undefined>(undefined);
  const rows = useMemo(() => (lastRows.current = reuseRows(lastRows.current, list.rows)), [list]);
  const [filled, fill] = useFilledRows(rows.length, filter !== '');
  const first = useMemo(() => rowsInSight(window.innerHeight), []);
  const notice = problem ?? list.gap;

  const wanted = filter.trim().toLocaleLowerCase();
  // Nothing is looked through for nothing: the first frame has better things to do.
  const matching = wanted ? rows.filter(({ name }) => name.toLocaleLowerCase().includes(wanted)) : rows;
  const shown = matching.map((row) => row.board.blockId);
  const isShown = new Set(shown);
  const selected = shown.filter((blockId) => isSelected(selection, blockId));
  // What a range goes by, read when a row is turned over: a row is not drawn anew for it.
  const range = useRef<{ shown: readonly string[]; from?: string }>({ shown });
  range.current.shown = shown;
  const onToggle = useCallback((blockId: string, isRange: boolean) => {
    const { from } = range.current;
    setSelection((last) => toggleRange(last, range.current.shown, isRange ? from : undefined, blockId));
    range.current.from = blockId;
  }, []);
  // A popup is as high as its content: it must not shrink below the pointer with every letter.
  const changeFilter = (text: string): void => {
    if (filter === '') heightBeforeFilter.current = listElement.current?.offsetHeight ?? 0;
    setFilter(text);
  };
  const isSignedOut = problem !== undefined && asksForSignIn(problem.code);

  return (
    <>
      {notice && <ProblemStrip error={notice} brand={list.brand} onRetry={onRetry} />}
      <ListTools
        total={rows.length}
        shown={shown.length}
        selected={selected.length}
        filter={filter}
        onFilter={changeFilter}
        onToggleAll={() => setSelection((last) => toggleAll(last, shown, shown.length === rows.length))}
      />
      <ul
        ref={listElement}
        class="list"
        style={{ minBlockSize: filter ? `${heightBeforeFilter.current}px` : undefined }}
        aria-label={t('popup_list_label')}
        onScroll={({ currentTarget: { clientHeight, scrollTop } }) =>
          fill(Math.ceil((scrollTop + 2 * clientHeight) / rowHeight))
        }
      >
        {rows.slice(0, filled).map((row, index) => (
          <BoardRowView
            key={row.board.blockId}
            row={row}
            brand={list.brand}
            pageUrl={withoutFragment(list.url) ?? ''}
            selected={isSelected(selection, row.board.blockId)}
            hidden={!isShown.has(row.board.blockId)}
            first={index < first}
            mayFetch={!isSignedOut && (list.settled || row.board.whiteboardId !== undefined)}
            listProblem={problem}
            onToggle={onToggle}
            onPreview={preview}
          />
        ))}
        {filled < rows.length && (
          <li aria-hidden="true" style={{ blockSize: `${(rows.length - filled) * rowHeight}px` }} />
        )}
        {shown.length === 0 && <li class="no-matches quiet">{t('popup_no_matches', filter.trim())}</li>}
      </ul>
      {previewed && (
        <previewed.View
          list={list}
          rows={rows.filter(({ board: { blockId } }) => isShown.has(blockId))}
          blockId={previewed.blockId}
          mayFetch={!isSignedOut}
          onShow={preview}
        />
      )}
      {children}
      {selected.length > 1 && deps.policy.allowClipboard && (
        <CopyBar
          count={selected.length}
          boards={() =>
            rows
              .filter(({ board: { blockId } }) => isShown.has(blockId) && isSelected(selection, blockId))
              .map((row) => listedBoard(row, withoutFragment(list.url) ?? ''))
          }
          disabled={isSignedOut}
        />
      )}
      {!isSaving && <SaveBar blockIds={selected} disabled={isSignedOut} />}
    </>
  );
}
