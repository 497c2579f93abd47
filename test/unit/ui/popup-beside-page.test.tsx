// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boardList, boardRows, job } from './fake-background';
import { openPopup, resetPopup } from './open-popup';
import { button, clearPage, click, find, pageText, settle } from './page';

beforeEach(resetPopup);
afterEach(clearPage);

const first = boardList(boardRows(2), { title: 'First' });
const second = boardList(boardRows(3), { title: 'Second', url: 'https://acme.feishu.cn/docx/doc2' });

describe('a popup that stays while tabs come and go', () => {
  it('shows nothing of the tab before under the next one', async () => {
    const { background, showTab } = await openPopup();
    await settle(() => background.push('boards', { list: first }));
    background.forget('boards');
    await showTab({ tabId: 8 });
    expect(document.querySelectorAll('[data-block-id]')).toHaveLength(0);
    await settle(() => background.push('boards', { list: second }));
    expect(find('h1').textContent).toBe('Second');
    await click(button('Save 3 boards'));
    expect(background.asked('job/start')).toMatchObject([{ tabId: 8 }]);
  });

  it('shows at once what was last shown for the tab in front', async () => {
    const { background, showTab } = await openPopup();
    await settle(() => background.push('boards', { list: first }));
    background.forget('boards');
    await showTab({ tabId: 8, lastShown: { ...second, settled: false } });
    expect(document.querySelectorAll('[data-block-id]')).toHaveLength(3);
  });

  it('asks anew when the same tab has loaded another page', async () => {
    const { background, showTab } = await openPopup();
    await settle(() => background.push('boards', { list: first }));
    await showTab({});
    expect(background.asked('watch boards')).toHaveLength(2);
  });

  it('keeps the progress of a job, and then what came of it, whatever is in front', async () => {
    const { background, showTab } = await openPopup();
    await settle(() => background.push('boards', { list: first }));
    await settle(() => background.push('jobs', [job([{ state: 'stored' }, {}])]));
    await showTab({ tabId: 8 });
    await settle(() => background.push('boards', { problem: { code: 'page-not-document' } }));
    expect(find('.job').textContent).toContain('Fetching 1 of 2');
    expect(background.asked('watch jobs')).toHaveLength(1);
    const done = job([{ state: 'saved' }, { state: 'saved' }], { state: 'done' });
    await settle(() => background.push('jobs', [done]));
    expect(find('.job').textContent).toContain('Saved 2 boards');
    expect(find('.job').textContent).toContain('From “Weekly report”');
  });

  it('shows the job of this page and one that is at work elsewhere', async () => {
    const { background } = await openPopup();
    await settle(() => background.push('boards', { list: first }));
    const other = { id: 'job2', pageUrl: second.url, documentTitle: 'Second' };
    await settle(() => background.push('jobs', [job([{}], { state: 'done' }), job([{}], other)]));
    expect(document.querySelectorAll('.job')).toHaveLength(2);
    expect(pageText()).toContain('From “Second”');
    expect(button('Save 2 boards')).toBeDefined();
  });
});
