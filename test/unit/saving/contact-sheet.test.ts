import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { contactSheet, type SheetWords } from '../../../components/saving/contact-sheet';
import type { Job } from '../../../components/saving/job';
import type { SavedPicture } from '../../../components/saving/job-report';
import { board } from './job-world';
import { sampleJob, savedPicture } from './sample-job';

const words: SheetWords = {
  language: 'en',
  count: '2 boards',
  open: 'Open in the document',
  missing: 'Not saved',
  older: 'older picture',
  notes: { enlarged: 'No sharper.', cut: 'May be cut off' },
  errors: { 'board-forbidden': 'You may not read this board.' },
};

/** The sheet as a browser reads it. */
function open(job: Job, saved: [number, SavedPicture][]): Window['document'] {
  const { document } = new Window();
  document.write(contactSheet(job, new Map(saved), words));
  return document;
}
const texts = (found: Iterable<{ textContent: string | null }>): string[] =>
  [...found].map(({ textContent }) => textContent ?? '');

describe('contactSheet', () => {
  it('shows each picture with its name, heading, size, and the ways to its file and back to its board', () => {
    const job = sampleJob([{ board: { ...board(1), heading: 'Sign-in' }, name: 'Login flow' }]);
    const sheet = open(job, [[0, savedPicture('1 Login flow.png')]]);
    const card = sheet.querySelector('figure');
    expect(card?.querySelector('img')?.getAttribute('alt')).toBe('Login flow');
    expect(texts(card?.querySelectorAll('b, span') ?? [])).toEqual([
      'Login flow',
      'Sign-in',
      '640 × 480 · 500 kB · Jan 5, 2026',
    ]);
    expect([...(card?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'))).toEqual([
      '1%20Login%20flow.png',
      'https://acme.feishu.cn/docx/DocA?from=mail#block1',
    ]);
    expect(sheet.querySelector('header p')?.textContent).toContain('2 boards');
  });

  it('says of a picture what one should know, and what is written on it to those who cannot see it', () => {
    const made = { source: 'served' as const, preview: true, notes: ['enlarged' as const] };
    const picture = savedPicture('1.png', {
      made,
      faults: ['cut'],
      writing: { text: 'Pay <b>\n"Refund"' },
    });
    const sheet = open(sampleJob([{ name: 'Flow' }]), [[0, picture]]);
    expect(texts(sheet.querySelectorAll('.note'))).toEqual(['No sharper.', 'May be cut off']);
    expect(sheet.querySelector('img')?.getAttribute('alt')).toBe('Flow\nPay <b>\n"Refund"');
  });

  it('leads to files whose names have characters that mean something in addresses', () => {
    const sheet = open(sampleJob([{}]), [[0, savedPicture('路线 图/1 50%?#.png')]]);
    const address = sheet.querySelector('img')?.getAttribute('src') ?? '';
    expect(address.split('/').map(decodeURIComponent).join('/')).toBe('路线 图/1 50%?#.png');
    expect(address).not.toMatch(/[?#]/);
  });

  it('takes no name for markup', () => {
    const evil = `"><script>alert('x')</script><img src=x onerror=alert(1)>`;
    const item = { name: evil, board: { ...board(1), heading: `${evil}!` } };
    const sheet = open(sampleJob([item, { ...item, state: 'failed' }], { documentTitle: evil }), [
      [0, savedPicture('1.png')],
    ]);
    expect(sheet.querySelector('script, [onerror]')).toBeNull();
    expect(sheet.querySelectorAll('img')).toHaveLength(1);
    expect(sheet.querySelector('h1')?.textContent).toBe(evil);
    expect(sheet.querySelector('b')?.textContent).toBe(evil);
  });

  it('names what is missing, and why, boards and documents alike', () => {
    const job = sampleJob(
      [{ document: 0 }, { document: 0, name: 'Secret', state: 'failed', error: { code: 'board-forbidden' } }],
      {
        documents: [
          { nodeToken: 'WikA', documentId: 'DocA', title: 'First', state: 'listed' },
          {
            nodeToken: 'WikB',
            documentId: '',
            title: 'Closed',
            state: 'failed',
            error: { code: 'server-error' },
          },
        ],
      },
    );
    const sheet = open(job, [[0, savedPicture('First/1.png')]]);
    expect(texts(sheet.querySelectorAll('.missing li'))).toEqual([
      'Closed: server-error',
      'Secret: You may not read this board.',
    ]);
    expect(texts(sheet.querySelectorAll('main > h2'))).toEqual(['First']);
    expect(sheet.querySelector('main > h2 a')?.getAttribute('href')).toBe('https://acme.feishu.cn/wiki/WikA');
  });

  it('says where an older picture stood in, and leaves out a size that nobody knows', () => {
    const stoodIn = { fetchedAt: 1, because: { code: 'timed-out' as const } };
    const sheet = open(sampleJob([{ stoodIn }]), [[0, savedPicture('1.svg', { width: 0, height: 0 })]]);
    expect(sheet.querySelector('figcaption span')?.textContent).toBe('500 kB · Jan 5, 2026 · older picture');
  });
});
