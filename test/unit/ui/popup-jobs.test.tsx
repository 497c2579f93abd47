// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../components/errors';
import { openDeckProgress } from '../../../components/messaging/deck-progress';
import { settings } from '../../../components/settings/settings';
import { boardList, boardRows, job } from './fake-background';
import { announced, openPopup, resetPopup } from './open-popup';
import { button, clearPage, click, find, settle } from './page';

beforeEach(resetPopup);
afterEach(clearPage);

describe('saving many boards', () => {
  it('saves all by default, late boards included', async () => {
    const { background } = await openPopup();
    await settle(() => background.push('boards', { list: boardList(boardRows(2), { settled: false }) }));
    await settle(() => background.push('boards', { list: boardList(boardRows(3)) }));
    await click(button('Save 3 boards'));
    expect(background.asked('job/start')).toEqual([
      { tabId: 7, blockIds: ['b1', 'b2', 'b3'], output: 'zip' },
    ]);
  });

  it('fetches every picture again on demand', async () => {
    const { background } = await openPopup();
    await settle(() => background.push('boards', { list: boardList(boardRows(2)) }));
    await click(button('Fetch every picture again, recent ones too'));
    await click(button('Save 2 boards'));
    expect(background.asked('job/start')).toMatchObject([{ fresh: true }]);
  });

  it('offers a notice of a job that takes long, until it is allowed', async () => {
    const { background } = await openPopup();
    await settle(() => background.push('boards', { list: boardList(boardRows(2)) }));
    const running = job([{ state: 'stored' }, {}]);
    await settle(() => background.push('jobs', [{ ...running, msLeft: 20_000 }]));
    expect(document.querySelector('[data-action=notify]')).toBeNull();
    await settle(() => background.push('jobs', [{ ...running, msLeft: 80_000 }]));
    await click(button('Notify me when done'));
    expect(document.querySelector('[data-action=notify]')).toBeNull();
  });

  it('offers the place beside the page from half a minute on, in the tick of the click', async () => {
    const did: string[] = [];
    const sidePanel = { open: async () => void did.push('panel') };
    const { background } = await openPopup({}, { sidePanel });
    await settle(() => background.push('boards', { list: boardList(boardRows(2)) }));
    const running = job([{ state: 'stored' }, {}]);
    await settle(() => background.push('jobs', [{ ...running, msLeft: 29_000 }]));
    expect(document.querySelector('[data-action=panel]')).toBeNull();
    await settle(() => background.push('jobs', [{ ...running, msLeft: 31_000 }]));
    await settle(() => background.push('jobs', [{ ...running, msLeft: 8000 }]));
    button('Keep in the side panel').click();
    expect(did).toEqual(['panel']);
  });

  it('offers it for a whole wiki before anybody knows how long that takes', async () => {
    const { background } = await openPopup({}, { sidePanel: { open: async () => {} } });
    await settle(() => background.push('boards', { list: boardList(boardRows(2)) }));
    await settle(() => background.push('jobs', [job([], { state: 'counting' })]));
    expect(button('Keep in the side panel')).toBeDefined();
  });

  it('offers no place beside the page where the browser has none', async () => {
    const { background } = await openPopup();
    await settle(() => background.push('boards', { list: boardList(boardRows(2)) }));
    await settle(() => background.push('jobs', [{ ...job([{}]), msLeft: 90_000 }]));
    expect(button('Notify me when done')).toBeDefined();
    expect(document.querySelector('[data-action=panel]')).toBeNull();
    expect(document.querySelector('[aria-label="Open in the side panel"]')).toBeNull();
  });

  it('remembers how', async () => {
    const { background } = await openPopup();
    await settle(() => background.push('boards', { list: boardList(boardRows(2)) }));
    await click(find('input[value=files]'));
    await click(button('Save 2 boards'));
    expect(background.asked('job/start')).toMatchObject([{ output: 'files' }]);
    expect(await settings.jobOutput.get()).toBe('files');
  });

  it('warns before, where the browser is known to ask where to save each file', async () => {
    const { background } = await openPopup();
    await settle(() => background.push('boards', { list: boardList(boardRows(2)) }));
    await click(find('input[value=files]'));
    expect(document.querySelector('.asks')).toBeNull();
    await settle(() => settings.asksForEach.set(true));
    expect(find('.asks').textContent).toBe('Your browser asks where to save each file.');
    await click(find('input[value=zip]'));
    expect(document.querySelector('.asks')).toBeNull();
  });

  it('lets the user decide where the browser asks for each file, and keeps an archive for the next time', async () => {
    const { background } = await openPopup();
    await settle(() => background.push('boards', { list: boardList(boardRows(3)) }));
    await settings.jobOutput.set('files');
    const asking = job([{ state: 'saved' }, { state: 'stored' }, { state: 'stored' }], {
      output: 'files',
      state: 'waiting',
      error: { code: 'download-asks-for-each' },
    });
    await settle(() => background.push('jobs', [asking]));
    expect(find('.job').textContent).toContain('Your browser asks where to save each file.');
    expect(announced()).toBe('Your browser asks where to save each file.');
    const actions = [...document.querySelectorAll('.job-buttons button')].map(
      ({ textContent }) => textContent,
    );
    expect(actions).toEqual(['Save as one ZIP', 'Save each file', 'Cancel']);
    await click(button('Save each file'));
    await click(button('Save as one ZIP'));
    expect(background.asked('job/resume')).toEqual([{ jobId: 'job1' }, { jobId: 'job1', asZip: true }]);
    expect(await settings.jobOutput.get()).toBe('zip');
  });

  it('says why it could not start', async () => {
    const { background } = await openPopup({
      'job/start': () => {
        throw new AppError('storage-full');
      },
    });
    await settle(() => background.push('boards', { list: boardList(boardRows(2)) }));
    await click(button('Save 2 boards'));
    expect(find('footer [role=alert]').textContent).toContain('The storage of the extension is full.');
  });

  it('shows the progress of this document in the place of the button, and cancels', async () => {
    const { background } = await openPopup();
    await settle(() => background.push('boards', { list: boardList(boardRows(3)) }));
    const items = [{ state: 'stored', bytes: 1_000_000 }, { state: 'failed' }, {}] as const;
    await settle(() => background.push('jobs', [job([...items])]));
    expect(find('.job').textContent).toContain('Fetching 2 of 3 · 1 MB');
    expect(find<HTMLProgressElement>('progress').value).toBe(2);
    expect(document.querySelector('.main-button')).toBeNull();
    await click(button('Cancel'));
    expect(background.asked('job/cancel')).toEqual([{ jobId: 'job1' }]);
  });

  it('shows how far the slides are while they are made', async () => {
    const { background } = await openPopup();
    await settle(() => background.push('boards', { list: boardList(boardRows(2)) }));
    const items = [{ state: 'stored' }, { state: 'stored' }] as const;
    const making = job([...items], { output: 'deck', state: 'saving' });
    await settle(() => background.push('jobs', [making]));
    expect(find('.job').textContent).toContain('Writing to disk…');
    const slides = openDeckProgress();
    try {
      slides.tell({ jobId: 'another', done: 1, total: 9 });
      slides.tell({ jobId: 'job1', done: 1, total: 2 });
      await expect.poll(() => find('.job').textContent).toContain('Making slides: 1 of 2');
      expect(find<HTMLProgressElement>('progress').value).toBe(1);
    } finally {
      slides.close();
    }
    await click(button('Cancel'));
    expect(background.asked('job/cancel')).toEqual([{ jobId: 'job1' }]);
  });

  it('tells what came of it, with the ways on', async () => {
    const { background } = await openPopup();
    await settle(() => background.push('boards', { list: boardList(boardRows(2)) }));
    const items = [
      {
        state: 'saved',
        bytes: 2_000_000,
        stoodIn: { fetchedAt: 5, because: { code: 'network-failed' } },
      },
      { state: 'failed', error: { code: 'board-forbidden' } },
    ] as const;
    const done = job([...items], {
      state: 'done',
      files: [{ url: 'blob:a', downloadId: 4, name: 'Weekly report.zip' }],
      notes: { enlarged: 1 },
    });
    await settle(() => background.push('jobs', [done]));
    const text = find('.job').textContent;
    expect(text).toContain('Saved 1 board · 2 MB');
    expect(text).toContain('Weekly report.zip');
    expect(text).toContain('1 is an older picture');
    expect(text).toContain('1 board: Enlarged: it is larger, but no sharper');
    expect(text).toContain('1 board could not be saved');
    expect(text).toContain('You do not have permission to view this board.');
    expect(announced()).toBe('Saved 1 board 1 board could not be saved');
    await click(button('Show in folder'));
    await click(button('Retry failed'));
    await click(button('Dismiss'));
    for (const name of ['job/show', 'job/retry', 'job/dismiss']) {
      expect(background.asked(name)).toEqual([{ jobId: 'job1' }]);
    }
    expect(button('Save 2 boards')).toBeDefined();
  });

  it('shows a job of another document as such, and leaves the button', async () => {
    const { background } = await openPopup();
    await settle(() => background.push('boards', { list: boardList(boardRows(2)) }));
    const other = job([{}], { pageUrl: 'https://acme.feishu.cn/docx/other', documentTitle: 'Other' });
    await settle(() => background.push('jobs', [other]));
    expect(find('.job').textContent).toContain('From “Other”');
    expect(button('Save 2 boards')).toBeDefined();
  });
});
