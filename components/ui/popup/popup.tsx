import { useMemo, useRef, useState } from 'preact/hooks';
import { later } from '../later';
import { BoardListView } from './board-list-view';
import { chooseJobs, isOpen, withoutFragment } from './job-counts';
import { createLimiter } from './limiter';
import { NoList } from './no-list';
import { PopupContext } from './popup-context';
import type { PopupDeps } from './popup-deps';
import { PopupHeader } from './popup-header';
import { useBoards } from './use-boards';
import { useKeysSheet } from './use-keys-sheet';
import { useListKeys } from './use-list-keys';
import { useTopic } from './use-topic';
import { isWikiPage } from './wiki-page';

const JobPanel = later(async () => (await import('./job-panel')).JobPanel);
const WikiButton = later(async () => (await import('./wiki-button')).WikiButton);

/** How many pictures are loaded at a time. */
const picturesAtATime = 3;

/** The popup: the boards of one tab's document, and what can be done with them. */
export function Popup({ deps }: { deps: PopupDeps }) {
  const [snapshot, restart] = useBoards(deps);
  const [jobs = []] = useTopic(deps.watch, 'jobs', undefined, false);
  const [announcement, announce] = useState('');
  const limit = useMemo(() => createLimiter(picturesAtATime), []);
  const root = useRef<HTMLDivElement>(null);
  const [KeysSheet, closeKeys] = useKeysSheet();

  useListKeys(root);

  const list = snapshot && 'list' in snapshot ? snapshot.list : undefined;
  const followed = useRef(new Set<string>());
  for (const { id } of jobs.filter(isOpen)) followed.current.add(id);
  const { here, elsewhere } = chooseJobs(jobs, list?.url, followed.current);
  const isSaving = here !== undefined && isOpen(here);
  const panels = (
    <>
      {here && <JobPanel key={here.id} job={here} isElsewhere={false} />}
      {elsewhere && <JobPanel key={elsewhere.id} job={elsewhere} isElsewhere />}
    </>
  );

  return (
    <PopupContext value={useMemo(() => ({ deps, announce, limit }), [deps, limit])}>
      <div class="popup" ref={root}>
        <PopupHeader list={list} />
        <main class="content">
          {list && list.rows.length > 0 ? (
            <BoardListView key={withoutFragment(list.url)} list={list} isSaving={isSaving} onRetry={restart}>
              {panels}
            </BoardListView>
          ) : (
            <>
              <NoList snapshot={snapshot} onRetry={restart} />
              {panels}
            </>
          )}
          {list && !isSaving && isWikiPage(list.url) && <WikiButton />}
        </main>
        {KeysSheet && <KeysSheet onClose={closeKeys} />}
        <output class="visually-hidden">{announcement}</output>
      </div>
    </PopupContext>
  );
}
