// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { boardAt } from '../../../components/boards/find-mounted';
import { watchPointer } from '../../../components/page-toolbar/watch-pointer';

let seen: (string | null)[];
let pointer: ReturnType<typeof watchPointer>;
let sitePrevented: boolean;

const element = (selector: string): Element => {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const fire = (selector: string, type: string, init: MouseEventInit = {}): Event => {
  const event = new MouseEvent(type, { bubbles: true, cancelable: true, ...init });
  element(selector).dispatchEvent(event);
  return event;
};

beforeEach(() => {
  document.body.innerHTML =
    '<p>text</p>' +
    '<div data-block-type="whiteboard" data-record-id="one"><canvas id="c1"></canvas><input></div>' +
    '<div data-block-type="whiteboard" data-record-id="two"><canvas id="c2"></canvas></div>';
  seen = [];
  sitePrevented = false;
  pointer = watchPointer(window, boardAt, (blockId) => seen.push(blockId));
  // The site's own listener, as early as a page can have one.
  document.addEventListener(
    'contextmenu',
    (event) => {
      sitePrevented = true;
      event.preventDefault();
    },
    { capture: true, once: true },
  );
  return () => pointer.stop();
});

describe('watchPointer', () => {
  it('says once which board the pointer is over, and when it leaves', () => {
    fire('#c1', 'pointerover');
    fire('#c1', 'pointerover');
    fire('#c2', 'pointerover');
    fire('p', 'pointerover');
    expect(seen).toEqual(['one', 'two', null]);
  });

  it("keeps the site from preventing the browser's menu over a board", () => {
    const event = fire('#c1', 'contextmenu');
    expect(event.defaultPrevented).toBe(false);
    expect(pointer.lastContextMenu()).toBe('one');
  });

  it('leaves the site its menu everywhere else', () => {
    const event = fire('p', 'contextmenu');
    expect(event.defaultPrevented).toBe(true);
    expect(pointer.lastContextMenu()).toBeNull();
  });

  it('leaves the site its menu with Alt, and still knows the board', () => {
    expect(fire('#c1', 'contextmenu', { altKey: true }).defaultPrevented).toBe(true);
    expect(pointer.lastContextMenu()).toBe('one');
  });

  it('leaves the site the menu of a board that is being edited', () => {
    (element('input') as HTMLInputElement).focus();
    expect(fire('#c1', 'contextmenu').defaultPrevented).toBe(true);
    expect(sitePrevented).toBe(true);
  });

  it('hears nothing any more after it was stopped', () => {
    pointer.stop();
    fire('#c1', 'pointerover');
    expect(fire('#c1', 'contextmenu').defaultPrevented).toBe(true);
    expect(seen).toEqual([]);
  });
});
