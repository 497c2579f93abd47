import type { BoardList, BoardRow, TopicSnapshots } from '../../../components/messaging/protocol';
import type { StoredImage } from '../../../components/image-store/stored-image';
import type { Job, JobItem } from '../../../components/saving/job';
import { type JobView, viewJob } from '../../../components/saving/view-job';
import type { runTask, sendToBackground } from '../../../components/messaging/send';
import type { watchTopic } from '../../../components/messaging/watch';

export const now = new Date(2026, 10, 22, 14, 2).getTime();

type Answers = Record<string, (params: never) => unknown>;

/** A background in memory: answers as it is told, and pushes snapshots. */
export function createFakeBackground(answers: Answers = {}) {
  const asked: { name: string; params: unknown }[] = [];
  const watchers = new Map<string, Set<(snapshot: never) => void>>();
  const last = new Map<string, unknown>([['jobs', []]]);

  const all: Answers = { 'account/status': () => [], ...answers };
  const send = async (name: string, params: never): Promise<unknown> => {
    asked.push({ name, params });
    return all[name]?.(params) ?? null;
  };
  const watch = (topic: string, _: unknown, onSnapshot: (snapshot: never) => void): (() => void) => {
    const set = watchers.get(topic) ?? new Set();
    watchers.set(topic, set.add(onSnapshot));
    asked.push({ name: `watch ${topic}`, params: undefined });
    if (last.has(topic)) onSnapshot(last.get(topic) as never);
    return () => set.delete(onSnapshot);
  };

  return {
    asked: (name: string): unknown[] =>
      asked.filter((each) => each.name === name).map(({ params }) => params),
    push<Name extends keyof TopicSnapshots>(topic: Name, snapshot: TopicSnapshots[Name]): void {
      last.set(topic, snapshot);
      for (const onSnapshot of watchers.get(topic) ?? []) onSnapshot(snapshot as never);
    },
    /** Whoever watches next has to wait for an answer. */
    forget: (topic: keyof TopicSnapshots) => void last.delete(topic),
    // The real ones tie the reply to the request's name, which no implementation in memory can show.
    send: send as typeof sendToBackground,
    runTask: send as typeof runTask,
    watch: watch as typeof watchTopic,
  };
}

export function storedImage(change: Partial<StoredImage> = {}): StoredImage {
  return {
    key: 'feishu/me/w1',
    whiteboardId: 'w1',
    type: 'image/png',
    bytes: 340_000,
    width: 1920,
    height: 1080,
    fetchedAt: now - 5 * 60_000,
    usedAt: now,
    ...change,
  };
}

export function boardRow(number: number, change: Partial<BoardRow> = {}): BoardRow {
  return {
    board: { blockId: `b${number}`, whiteboardId: `w${number}`, number, mounted: true },
    name: `Board ${number}`,
    ...change,
  };
}

export function boardRows(count: number): BoardRow[] {
  return Array.from({ length: count }, (_, index) => boardRow(index + 1));
}

export function boardList(rows: BoardRow[], change: Partial<BoardList> = {}): BoardList {
  return {
    url: 'https://acme.feishu.cn/docx/doc1',
    brand: 'feishu',
    title: 'Weekly report',
    rows,
    settled: true,
    complete: true,
    ...change,
  };
}

export function job(items: Partial<JobItem>[], change: Partial<Job> = {}): JobView {
  return viewJob({
    id: 'job1',
    createdAt: now,
    state: 'running',
    output: 'zip',
    brand: 'feishu',
    documentTitle: 'Weekly report',
    pageUrl: 'https://acme.feishu.cn/docx/doc1',
    items: items.map((item, index) => ({
      board: boardRow(index + 1).board,
      name: `Board ${index + 1}`,
      state: 'waiting',
      ...item,
    })),
    documents: [],
    files: [],
    ...change,
  });
}
