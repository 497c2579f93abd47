import { createStore, promisifyRequest } from 'idb-keyval';
import { withStorageErrors } from '../image-store/storage-errors';
import type { Job } from './job';
import { addRecord, jobsDatabase, partsOf } from './job-store';

/**
 * Reads one job by itself, for tasks: apart from the store, of which the background loads all that is here at each of
 * its starts. Undefined where there is none, or it cannot be read. @throws `storage-failed`
 */
export function createJobReader(): (id: string) => Promise<Job | undefined> {
  const store = createStore(...jobsDatabase);
  return (id) =>
    withStorageErrors(async () => {
      const [record, keys, values] = await store('readonly', (objects) =>
        Promise.all([
          promisifyRequest<unknown>(objects.get(id)),
          promisifyRequest(objects.getAllKeys(partsOf(id))),
          promisifyRequest<unknown[]>(objects.getAll(partsOf(id))),
        ]),
      );
      const jobs = new Map<string, Job>();
      const isRead = [
        addRecord(jobs, id, undefined, record),
        ...keys.map((key, index) => addRecord(jobs, id, partOf(key), values[index])),
      ];
      return isRead.every(Boolean) ? jobs.get(id) : undefined;
    });
}

function partOf(key: IDBValidKey): string {
  return (typeof key === 'string' && key.split('/')[1]) || '';
}
