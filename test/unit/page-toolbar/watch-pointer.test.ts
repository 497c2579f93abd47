// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { boardAt } from '../../../components/boards/find-mounted';
import { watchPointer } from '../../../components/page-toolbar/watch-pointer';

let seen: (string | null)[];
let pointer: ReturnType<typeof watchPointer>;
let takesMenu: boolean;
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
    '<p>text</p><i></i><button>b</button>' +
    '<div data-block-type="whiteboard" data-record-id="one"><canvas id="c1"></canvas><input></div>' +
    '<div data-block-type="whiteboard" data-record-id="two"><canvas id="c2"></canvas></div>';
  seen = [];
  sitePrevented = false;
  takesMenu = true;
  pointer = watchPointer(window, {
    boardAt,
    isOurs: (target) => target instanceof Element && target.localName === 'i',
    takesMenu: () => takesMenu,
    onBoard: (board) => seen.push(board?.blockId ?? null),
  });
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

  it('leaves the site its menu where ours is not wanted', () => {
    takesMenu = false;
    expect(fire('#c1', 'contextmenu').defaultPrevented).toBe(true);
  });

  it('leaves the site the menu of a board that was double-clicked, until that is over', () => {
    fire('#c1', 'dblclick');
    fire('#c1', 'pointerdown');
    expect(fire('#c1', 'contextmenu').defaultPrevented).toBe(true);
    fire('p', 'pointerdown');
    expect(pointer.isEdited(element('[data-record-id="one"]'))).toBe(false);
    fire('#c1', 'dblclick');
    expect(pointer.isEdited(element('[data-record-id="one"]'))).toBe(true);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(pointer.isEdited(element('[data-record-id="one"]'))).toBe(false);
  });

  it('counts what is ours on a board as the board', () => {
    fire('#c1', 'pointerover');
    fire('i', 'pointerover');
    expect(seen).toEqual(['one']);
  });

  it('knows a board that has the keyboard focus, which is not yet editing it', () => {
    const board = element('[data-record-id="two"]') as HTMLElement;
    board.tabIndex = 0;
    board.focus();
    expect(seen).toEqual(['two']);
    expect(pointer.isEdited(board)).toBe(false);
    (element('button') as HTMLElement).focus();
    expect(seen).toEqual(['two', null]);
  });

  it('hears nothing any more after it was stopped', () => {
    pointer.stop();
    fire('#c1', 'pointerover');
    expect(fire('#c1', 'contextmenu').defaultPrevented).toBe(true);
    expect(seen).toEqual([]);
  });
});
