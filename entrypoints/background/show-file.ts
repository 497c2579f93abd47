import browser from 'webextension-polyfill';
import { AppError } from '../../components/errors';
import { lastDownload } from '../../components/saving/view-job';
import type { Parts } from './parts';

/**
 * Shows the last file of a job in its folder.
 * @throws AppError `job-missing`, also of a job that has no file
 */
export async function showFile(jobs: Pick<Parts['jobs'], 'list'>, jobId: string): Promise<void> {
  const job = (await jobs.list()).find(({ id }) => id === jobId);
  const downloadId = job && lastDownload(job);
  if (downloadId === undefined) throw new AppError('job-missing');
  await browser.downloads.show(downloadId);
}
