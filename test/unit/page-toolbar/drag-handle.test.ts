// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { DragSource } from '../../../components/dragging/drag-source';
import { createDragHandle } from '../../../components/page-toolbar/drag-handle';
import { setLocale } from '../i18n/fake-i18n';

beforeEach(() => setLocale('en'));

/** What drags a picture, and whether it was let go. */
function fakeSource(): DragSource & { isRemoved: boolean } {
  const element = document.createElement('img');
  const source = {
    element,
    isRemoved: false,
    remove() {
      source.isRemoved = true;
      element.remove();
    },
  };
  return source;
}

const settle = (): Promise<void> => new Promise(setImmediate);

describe('the handle', () => {
  it('has nothing to drag before the pointer comes, and the picture afterwards', async () => {
    const source = fakeSource();
    const { element } = createDragHandle({ page: document, load: async () => source, onFailure: () => {} });
    expect(element.querySelector('img')).toBeNull();
    element.dispatchEvent(new Event('pointerenter'));
    expect(element.className).toBe('handle busy');
    await settle();
    expect(element.className).toBe('handle ready');
    expect(element.contains(source.element)).toBe(true);
  });

  it('fetches a picture once, however often the pointer comes', async () => {
    let loads = 0;
    const load = async (): Promise<DragSource> => {
      loads += 1;
      return fakeSource();
    };
    const { element } = createDragHandle({ page: document, load, onFailure: () => {} });
    element.dispatchEvent(new Event('pointerenter'));
    element.dispatchEvent(new Event('pointerenter'));
    await settle();
    element.dispatchEvent(new Event('pointerenter'));
    expect(loads).toBe(1);
  });

  it('lets a picture go that comes when the toolbar stands on another board', async () => {
    const late = fakeSource();
    const { element, reset } = createDragHandle({
      page: document,
      load: async () => late,
      onFailure: () => {},
    });
    element.dispatchEvent(new Event('pointerenter'));
    reset();
    await settle();
    expect(late.isRemoved).toBe(true);
    expect(element.className).toBe('handle idle');
  });

  it('says why there is nothing to drag, and tries again', async () => {
    const failures: unknown[] = [];
    const gone = new Error('gone');
    const answers = [Promise.reject(gone), Promise.resolve(fakeSource())];
    answers[0]?.catch(() => undefined);
    const { element } = createDragHandle({
      page: document,
      load: () => answers.shift() ?? Promise.reject(gone),
      onFailure: (thrown) => failures.push(thrown),
    });
    element.dispatchEvent(new Event('pointerenter'));
    await settle();
    expect(element.className).toBe('handle failed');
    expect(failures).toEqual([gone]);
    element.dispatchEvent(new Event('pointerenter'));
    await settle();
    expect(element.className).toBe('handle ready');
  });
});
