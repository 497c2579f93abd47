// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Diagnosis } from '../../../components/ui/diagnosis/diagnosis';
import type { DiagnosisDeps } from '../../../components/ui/diagnosis/diagnosis-deps';
import { setLocale } from '../i18n/fake-i18n';
import { button, clearPage, click, find, pageText, settle, show } from './page';

beforeEach(() => {
  setLocale('en');
  fakeBrowser.reset();
});
afterEach(clearPage);

const two = [
  { tabId: 7, title: 'Plan' },
  { tabId: 8, title: 'Report' },
];

async function openDiagnosis(change: Partial<DiagnosisDeps> = {}) {
  const copied: string[] = [];
  const asked: number[] = [];
  const deps: DiagnosisDeps = {
    pages: async () => two,
    report: async (tabId) => {
      asked.push(tabId);
      return `report ${asked.length} on ${tabId}`;
    },
    copy: async (text) => void copied.push(text),
    ...change,
  };
  await show(<Diagnosis deps={deps} />);
  return { asked, copied };
}

const report = (): string => find('.report').textContent ?? '';

describe('Diagnose this page', () => {
  it('shows the report on the page last used, and copies just what is shown', async () => {
    const { copied } = await openDiagnosis();
    expect(report()).toBe('report 1 on 7');
    await click(button('Copy report'));
    expect(copied).toEqual(['report 1 on 7']);
    expect(button('Copied')).toBeTruthy();
  });

  it('looks at another page as soon as it is chosen, and forgets the first', async () => {
    await openDiagnosis();
    const which = find<HTMLSelectElement>('select');
    await settle(() => {
      which.value = '8';
      which.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(report()).toBe('report 2 on 8');
    expect(button('Copy report').disabled).toBe(false);
  });

  it('looks again on request', async () => {
    await openDiagnosis();
    await click(button('Look again'));
    expect(report()).toBe('report 2 on 7');
  });

  it('has nothing to copy while it looks', async () => {
    await openDiagnosis({ report: () => new Promise(() => {}) });
    expect(pageText()).toContain('Looking at the page…');
    expect(button('Copy report').disabled).toBe(true);
  });

  it('offers no choice where there is one page, and says so where there is none', async () => {
    await openDiagnosis({ pages: async () => two.slice(0, 1) });
    expect(document.querySelector('select')).toBeNull();
    await clearPage();
    await openDiagnosis({ pages: async () => [] });
    expect(pageText()).toContain('No Feishu or Lark page is open.');
    expect(document.querySelector('.report')).toBeNull();
  });

  it('says so when the clipboard is not to be had', async () => {
    await openDiagnosis({ copy: () => Promise.reject(new Error('refused')) });
    await click(button('Copy report'));
    expect(find('[role=alert] .sentence').textContent).toBeTruthy();
    expect(report()).toBe('report 1 on 7');
  });
});
