import { describe, expect, it } from 'vitest';
import { chooseJobs } from '../../../components/ui/popup/job-counts';
import { job, now } from './fake-background';

describe('chooseJobs', () => {
  const here = 'https://acme.feishu.cn/docx/doc1';
  const other = { pageUrl: 'https://acme.feishu.cn/docx/doc2' };
  const nobody = new Set<string>();

  it('shows the newest of this page, wherever in it the reader is', () => {
    const old = job([], { id: 'old', createdAt: now - 1, state: 'done' });
    const recent = job([], { id: 'recent', pageUrl: `${here}#part`, state: 'done' });
    const chosen = chooseJobs([old, recent], `${here}#other`, nobody);
    expect(chosen).toEqual({ here: recent, elsewhere: undefined });
  });

  it('shows one of another page while it is under way', () => {
    const elsewhere = job([], other);
    expect(chooseJobs([elsewhere], here, nobody)).toEqual({ here: undefined, elsewhere });
    expect(chooseJobs([{ ...elsewhere, state: 'done' }], here, nobody).elsewhere).toBeUndefined();
    expect(chooseJobs([elsewhere], undefined, nobody).elsewhere).toBe(elsewhere);
  });

  it('shows what came of it to whoever has waited for it', () => {
    const done = job([], { ...other, id: 'followed', state: 'done' });
    expect(chooseJobs([done], here, new Set(['followed'])).elsewhere).toBe(done);
  });

  it('shows both, that of this page and one that is at work elsewhere', () => {
    const done = job([], { id: 'here', state: 'done' });
    const elsewhere = job([], { ...other, id: 'elsewhere', createdAt: now + 1 });
    expect(chooseJobs([done, elsewhere], here, nobody)).toEqual({ here: done, elsewhere });
  });
});
