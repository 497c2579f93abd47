import { describe, expect, it } from 'vitest';
import { chooseJob } from '../../../components/ui/popup/job-counts';
import { job, now } from './fake-background';

describe('chooseJob', () => {
  const here = 'https://acme.feishu.cn/docx/doc1';

  it('prefers the newest of this page, wherever in it the reader is', () => {
    const old = job([], { id: 'old', createdAt: now - 1, state: 'done' });
    const recent = job([], { id: 'recent', pageUrl: `${here}#part`, state: 'done' });
    expect(chooseJob([old, recent], `${here}#other`)?.id).toBe('recent');
  });

  it('shows one of another page only while it is under way', () => {
    const elsewhere = job([], { pageUrl: 'https://acme.feishu.cn/docx/doc2' });
    expect(chooseJob([elsewhere], here)).toBe(elsewhere);
    expect(chooseJob([{ ...elsewhere, state: 'done' }], here)).toBeUndefined();
    expect(chooseJob([elsewhere], undefined)).toBe(elsewhere);
  });
});
