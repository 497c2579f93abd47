import type { ErrorData } from '../errors';
import type { BoardRecipe } from '../board-recipe';
import type { Board, Brand } from '../boards/board';
import type { NoteCounts } from '../picture-notes';

/** How a bulk save ends up on disk. */
export type JobOutput = 'zip' | 'files' | 'deck';

/** Where one board of a job has got to. */
export type JobItemState = 'waiting' | 'fetching' | 'stored' | 'saved' | 'failed';

/** A file of a job on its way to disk, or there. */
export interface JobFile {
  /** The object URL that `downloads` reads it from: known before the download begins, so that it can be found. */
  url: string;
  /** Its `downloads` id, when it is whole. */
  downloadId?: number | undefined;
  /** Its name as it stands on disk, when it is whole. */
  name?: string | undefined;
}

/** An older picture had to stand in for a new one that could not be had. */
export interface StoodIn {
  /** When it was fetched, in ms since the epoch. */
  fetchedAt: number;
  /** Why there is no new one. */
  because: ErrorData;
}

/** One board of a job, as it is kept in IndexedDB: a record of its own. */
export interface JobItem {
  board: Board;
  /** The board's name in the file name: caption, else heading, else *Board n*, in the user's language. */
  name: string;
  /** Which of the job's documents it is from. Absent where the job has none: then it is the job's own page. */
  document?: number | undefined;
  state: JobItemState;
  /** How often it was asked for with an outcome: what was interrupted does not count. */
  tries?: number | undefined;
  /** Key of the picture in the image store, from `stored` on. */
  imageKey?: string | undefined;
  /** Size of the picture in bytes, from `stored` on. */
  bytes?: number | undefined;
  stoodIn?: StoodIn | undefined;
  /** The item's own file, where it gets one. */
  file?: JobFile | undefined;
  /** Why it failed. */
  error?: ErrorData | undefined;
}

/** One document of a job over a wiki: a record of its own. */
export interface JobDocument {
  /** The node in the wiki, as its address names it. */
  nodeToken: string;
  documentId: string;
  /** Cleaned; never empty. */
  title: string;
  state: 'waiting' | 'listed' | 'failed';
  /** Why its boards could not be listed. */
  error?: ErrorData | undefined;
}

/**
 * Where a job has got to. `counting`: the tree of the wiki is walked; `asking`: it is counted, and the user has
 * the word; `saving`: all boards are stored or failed, the files are being written. `waiting`: it goes on when
 * somebody has signed in or decided, `error` says why. `done` may hold failed boards; `failed`: nothing could be saved, or
 * a file could not be written.
 */
export const jobStates = [
  'counting',
  'asking',
  'running',
  'saving',
  'paused',
  'waiting',
  'done',
  'failed',
  'cancelled',
] as const;
export type JobState = (typeof jobStates)[number];

/** How many boards of a job there are, and what became of them. */
export interface JobCounts {
  total: number;
  /** Boards that are decided: fetched or failed. */
  decided: number;
  /** Boards whose files are on disk. */
  saved: number;
  failed: number;
  /** Boards that an older picture stands in for. */
  older: number;
  /** Size of what was fetched, in bytes. */
  bytes: number;
}

/** One bulk save, or the saving of one board, as it is kept in IndexedDB: its boards and documents lie beside it. */
export interface JobRecord {
  id: string;
  /** Ms since the epoch. */
  createdAt: number;
  state: JobState;
  output: JobOutput;
  /** What is made of each picture; absent: as served. */
  recipe?: BoardRecipe | undefined;
  /** One board by itself: its file lies in no folder, and nobody is told of the job. */
  isSingle?: boolean | undefined;
  /** Ask the server whatever the store holds. */
  isFresh?: boolean | undefined;
  brand: Brand;
  /** The document's title, cleaned. */
  documentTitle: string;
  /** The page address that the job was started from: how a popup knows its own job. */
  pageUrl: string;
  /** The wiki node that it is about with all below it. */
  wikiNode?: string | undefined;
  /** How many pages were found there, so far. */
  counted?: number | undefined;
  /** Whether the user has agreed to what was counted there. */
  isAccepted?: boolean | undefined;
  /** Whether the user wants it as files, though the browser asks where to save each. */
  mayAsk?: boolean | undefined;
  /** The files that belong to no single board: archives, the contact sheet, the report. */
  files: JobFile[];
  /** What one should know of its pictures, from when its files are written. */
  notes?: NoteCounts | undefined;
  /** Kept where nothing is left to do: then the boards' own records are gone. */
  counts?: JobCounts | undefined;
  /** Why the job as a whole failed or waits. */
  error?: ErrorData | undefined;
}

export interface Job extends JobRecord {
  items: JobItem[];
  /** Empty but for a job over a wiki. */
  documents: JobDocument[];
}

/** Whether a job has many files to write, and the browser may not ask where to save each of them: nobody has agreed. */
export function forbidsPrompts({ output, isSingle, mayAsk }: JobRecord): boolean {
  return output === 'files' && !isSingle && !mayAsk;
}

/** The places of the boards that are in one of `states`. */
export function indexesIn({ items }: Pick<Job, 'items'>, ...states: JobItemState[]): number[] {
  return items.flatMap(({ state }, index) => (states.includes(state) ? [index] : []));
}

/** Whether nothing more happens to a job, unless somebody wants it. */
export function isFinished({ state }: Pick<Job, 'state'>): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}

/** Whether a job is at work, or will be when its turn comes. */
export function isUnderWay({ state }: Pick<Job, 'state'>): boolean {
  return state === 'counting' || state === 'running' || state === 'saving';
}

/** Counts the boards of `job`. */
export function countJob({ items, counts }: Pick<Job, 'items' | 'counts'>): JobCounts {
  if (counts !== undefined) return counts;
  const sum: JobCounts = { total: items.length, decided: 0, saved: 0, failed: 0, older: 0, bytes: 0 };
  for (const { state, bytes = 0, stoodIn } of items) {
    sum.bytes += bytes;
    if (state === 'stored' || state === 'saved' || state === 'failed') sum.decided += 1;
    if (state === 'saved' || state === 'failed') sum[state] += 1;
    if (stoodIn !== undefined && state !== 'failed') sum.older += 1;
  }
  return sum;
}
