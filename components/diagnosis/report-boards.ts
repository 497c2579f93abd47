import type { BoardList, BoardRow } from '../messaging/protocol';
import { reportError } from './report-error';
import { shorten } from './redact';
import type { Met } from './met';

/** How many boards are listed one by one. */
const mostRows = 30;

/** The lists that the background published: the first, which shows what was known at once, and the last. */
export function reportLists({ lists }: Met): string[] {
  const [first] = lists;
  const last = lists.at(-1);
  if (!first || !last) return ['list: none'];
  const lines = [`first list: ${describe(first.snapshot)} (${first.ms} ms)`];
  if (last !== first)
    lines.push(`last list: ${describe(last.snapshot)} (${last.ms} ms, answer ${lists.length})`);
  if ('problem' in last.snapshot) return lines;
  const { gap, problem, rows } = last.snapshot.list;
  if (problem) lines.push(`problem: ${reportError(problem)}`);
  if (gap) lines.push(`gap: ${reportError(gap)}`);
  lines.push(...rows.slice(0, mostRows).map(reportRow));
  if (rows.length > mostRows) lines.push(`… ${rows.length - mostRows} more`);
  return lines;
}

function describe(snapshot: Met['lists'][number]['snapshot']): string {
  if ('problem' in snapshot) return reportError(snapshot.problem);
  const { rows, settled, complete } = snapshot.list;
  const counts: [string, number][] = [
    ['boards', rows.length],
    ['mounted', rows.filter(({ board }) => board.mounted).length],
    ['with token', rows.filter(({ board }) => board.whiteboardId).length],
    ['with caption', rows.filter(({ board }) => board.caption).length],
    ['with heading', rows.filter(({ board }) => board.heading).length],
    ['in copies', rows.filter(({ board }) => board.inCopy).length],
    ['stored', rows.filter(({ stored }) => stored).length],
  ];
  const state = [
    settled ? 'settled' : 'unsettled',
    complete ? 'complete' : 'incomplete',
    titleOf(snapshot.list),
  ];
  return [...counts.map(([name, count]) => `${count} ${name}`), ...state].join(', ');
}

const titleOf = ({ title }: BoardList): string => (title ? 'with title' : 'no title');

function reportRow({ board, stored }: BoardRow): string {
  const parts = [
    `#${board.number} ${shorten(board.blockId)}`,
    board.whiteboardId ? `token ${shorten(board.whiteboardId)}` : 'no token',
    board.mounted && 'mounted',
    board.caption && 'caption',
    board.heading && 'heading',
    board.inCopy && `in copy ${shorten(board.inCopy)}`,
    stored && `stored ${stored.type} ${stored.width}x${stored.height} ${stored.bytes} B`,
  ];
  return `  ${parts.filter(Boolean).join(', ')}`;
}
