import type { ErrorData } from '../errors';
import type { Board, Brand } from '../boards/board';

/** How a bulk save ends up on disk. */
export type JobOutput = 'zip' | 'files';

/** Where one board of a job has got to. */
export type JobItemState = 'waiting' | 'fetching' | 'stored' | 'saved' | 'failed';

/** One board of a job, as it is kept in IndexedDB. */
export interface JobItem {
  board: Board;
  /** The board's name in the file name: caption, else heading, else *Board n*, in the user's language. */
  name: string;
  state: JobItemState;
  /** Key of the picture in the image store, from `stored` on. */
  imageKey?: string | undefined;
  /** Size of the picture in bytes, from `stored` on. */
  bytes?: number | undefined;
  /** When the picture was fetched, in ms since the epoch, if an older one had to stand in for a new one. */
  stoodInFrom?: number | undefined;
  /** `downloads` id of the item's own file (output `files`), from the moment the browser began to write it. */
  downloadId?: number | undefined;
  /** Why it failed. */
  error?: ErrorData | undefined;
}

/**
 * Where a job has got to. `saving`: all boards are stored or failed, the file is being written.
 * `done` may hold failed boards; `failed`: nothing could be saved, or the file could not be written.
 */
export type JobState = 'running' | 'saving' | 'done' | 'failed' | 'cancelled';

/** One bulk save, as it is kept in IndexedDB. */
export interface Job {
  id: string;
  createdAt: number;
  state: JobState;
  output: JobOutput;
  brand: Brand;
  /** The document's title, cleaned. */
  documentTitle: string;
  /** The page address that the job was started from: how a popup knows its own job. */
  pageUrl: string;
  items: JobItem[];
  /** `downloads` ids of the files, while they are being written and after. */
  downloadIds: number[];
  /** Names of the files as they stand on disk, without folders above the downloads folder. */
  fileNames: string[];
  /** Why the job as a whole failed. */
  error?: ErrorData | undefined;
}
