import { describe, expect, it } from 'vitest';
import { countJob, type Job, type JobItem } from '../../../components/saving/job';
import { createEstimates, viewJob } from '../../../components/saving/view-job';
import { board } from './job-world';

function jobOf(items: Partial<JobItem>[], change: Partial<Job> = {}): Job {
  return {
    id: 'a',
    createdAt: 1,
    state: 'running',
    output: 'zip',
    brand: 'feishu',
    documentTitle: 'Roadmap',
    pageUrl: 'https://x.feishu.cn/docx/a',
    items: items.map((item, index) => ({ board: board(index + 1), name: 'Flow', state: 'waiting', ...item })),
    documents: [],
    files: [],
    ...change,
  };
}
const stoodIn = { fetchedAt: 1, because: { code: 'network-failed' } } as const;

describe('countJob', () => {
  it('counts boards and bytes by what became of them', () => {
    const counts = countJob(
      jobOf([
        { state: 'saved', bytes: 10, stoodIn },
        { state: 'stored', bytes: 5 },
        { state: 'failed', stoodIn },
        { state: 'fetching' },
      ]),
    );
    expect(counts).toEqual({ total: 4, decided: 3, saved: 1, failed: 1, older: 1, bytes: 15 });
  });
});

describe('viewJob', () => {
  it('shows the first fifty failures, and counts all', () => {
    const failed: Partial<JobItem> = { state: 'failed', error: { code: 'board-missing' } };
    const view = viewJob(jobOf(Array.from({ length: 2000 }, () => failed)));
    expect(view.failures).toHaveLength(50);
    expect(view.failed).toBe(2000);
    expect(JSON.stringify(view).length).toBeLessThan(5000);
  });

  it('has a file to show as soon as one is whole', () => {
    expect(viewJob(jobOf([{ file: { url: 'blob:a', downloadId: 1 } }])).hasFile).toBe(false);
    expect(viewJob(jobOf([{ file: { url: 'blob:a', downloadId: 1, name: 'a.png' } }])).hasFile).toBe(true);
  });
});

describe('the estimate', () => {
  it('comes from the rate since this context saw the job first, and not before it can be told', () => {
    let time = 0;
    const estimate = createEstimates(() => time);
    const at = (decided: number): Job =>
      jobOf(Array.from({ length: 100 }, (_, index) => (index < decided ? { state: 'stored' } : {})));
    expect(estimate(at(40))).toBeUndefined();
    time = 1000;
    expect(estimate(at(60))).toBeUndefined();
    time = 4000;
    expect(estimate(at(80))).toBe(2000);
    expect(estimate({ ...at(80), state: 'paused' })).toBeUndefined();
    time = 90_000;
    expect(estimate(at(80))).toBeUndefined();
  });

  it('expects of pages that are not read yet as many boards as of those that are', () => {
    let time = 0;
    const estimate = createEstimates(() => time);
    const page = { nodeToken: 'n', documentId: 'd', title: 'a' };
    const documents: Job['documents'] = [
      { ...page, state: 'listed' },
      { ...page, state: 'waiting' },
    ];
    const at = (decided: number): Job =>
      jobOf(
        Array.from({ length: 20 }, (_, index) => (index < decided ? { state: 'stored' } : {})),
        { documents },
      );
    estimate(at(0));
    time = 5000;
    expect(estimate(at(10))).toBe(15_000);
  });
});
