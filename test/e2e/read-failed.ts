import type { Page } from '@playwright/test';
import { jobsDatabase } from '../../components/saving/job-store';

/** A board of a job, as far as its record tells why it failed. */
export interface FailedBoard {
  whiteboardId: string;
  code: string;
}

/** The boards that the records on disk say have failed, as a page of the extension can read them. */
export function readFailed(page: Page): Promise<FailedBoard[]> {
  return page.evaluate(async ([name, store]) => {
    const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error(request.error?.name)));
      });
    const database = await settled(indexedDB.open(name));
    interface Kept {
      state?: string;
      board?: { whiteboardId?: string };
      error?: { code: string };
    }
    const all: Kept[] = await settled(database.transaction(store).objectStore(store).getAll());
    database.close();
    return all.flatMap(({ state, board, error }) =>
      state === 'failed' && board?.whiteboardId !== undefined && error
        ? [{ whiteboardId: board.whiteboardId, code: error.code }]
        : [],
    );
  }, jobsDatabase);
}
