// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ShownDocument, watchDocument } from '../../../components/page-toolbar/watch-document';

let changes: number;
let shown: ShownDocument;

const editor = (documentId: string): void => {
  document.body.innerHTML = `<div data-record-id="${documentId}"><div class="root-block"></div></div>`;
};
const goTo = (path: string): void => {
  history.pushState(null, '', path);
};

beforeEach(() => {
  vi.useFakeTimers();
  goTo('/wiki/one');
  editor('one');
  changes = 0;
  shown = watchDocument(window, () => (changes += 1));
  return () => shown.stop();
});
afterEach(() => vi.useRealTimers());

describe('watchDocument', () => {
  it('says nothing while the page stays what it is', () => {
    shown.look();
    goTo('/wiki/one#a-heading');
    shown.look();
    expect(changes).toBe(0);
  });

  it('notices that the editor was replaced under the same address', () => {
    editor('one');
    shown.look();
    shown.look();
    expect(changes).toBe(1);
  });

  it('takes the old document for left until the new one is there', () => {
    goTo('/wiki/two');
    shown.look();
    expect([changes, shown.isLeaving()]).toEqual([1, true]);
    vi.advanceTimersByTime(500);
    expect([changes, shown.isLeaving()]).toEqual([1, true]);
    editor('two');
    vi.advanceTimersByTime(100);
    expect([changes, shown.isLeaving()]).toEqual([2, false]);
  });

  it('knows another document in the same editor by its id', () => {
    goTo('/wiki/two');
    shown.look();
    document.querySelector('[data-record-id]')?.setAttribute('data-record-id', 'two');
    vi.advanceTimersByTime(100);
    expect(shown.isLeaving()).toBe(false);
  });

  it('believes a page that never replaces anything, after a while', () => {
    goTo('/wiki/two');
    shown.look();
    vi.advanceTimersByTime(10_000);
    expect([changes, shown.isLeaving()]).toEqual([2, false]);
  });

  it('looks no more after it was stopped', () => {
    goTo('/wiki/two');
    shown.look();
    shown.stop();
    vi.advanceTimersByTime(10_000);
    expect(changes).toBe(1);
  });
});
