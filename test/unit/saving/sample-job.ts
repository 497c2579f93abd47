import type { StoredImage } from '../../../components/image-store/stored-image';
import type { Job, JobItem } from '../../../components/saving/job';
import type { SavedPicture } from '../../../components/saving/job-report';
import { board } from './job-world';

/** A job as it stands when its files are made. */
export function sampleJob(items: Partial<JobItem>[], changes: Partial<Job> = {}): Job {
  return {
    id: 'job',
    createdAt: Date.UTC(2026, 0, 5, 12),
    state: 'saving',
    output: 'zip',
    brand: 'feishu',
    documentTitle: 'Roadmap',
    pageUrl: 'https://acme.feishu.cn/docx/DocA?from=mail#part',
    files: [],
    documents: [],
    items: items.map((item, index) => ({
      board: board(index + 1),
      name: `Board ${index + 1}`,
      state: 'stored',
      imageKey: `feishu/me/wb${index + 1}`,
      ...item,
    })),
    ...changes,
  };
}

/** A picture of a job that was saved under this path. */
export function savedPicture(file: string, changes: Partial<StoredImage> = {}): SavedPicture {
  const fetchedAt = Date.UTC(2026, 0, 5, 12, 30);
  const size = { type: 'image/png', bytes: 500_000, width: 640, height: 480 } as const;
  const image = { key: file, whiteboardId: 'wb1', ...size, fetchedAt, usedAt: fetchedAt, ...changes };
  return { image, file, sha256: 'ab12' };
}
