import type { CDPSession, Page } from '@playwright/test';

/** A place in the window, in CSS pixels. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The toolbar that stands on a board. */
export interface ToolbarSeen {
  place: Place;
  isDark: boolean;
  /** How the buttons are called, how they do, and which one has the focus. */
  buttons: { label: string; state: string; place: Place; focused: boolean }[];
  handle: { state: string; draggable: boolean; place: Place };
}

interface Node {
  nodeId: number;
  localName: string;
  shadowRootType?: 'open' | 'closed' | 'user-agent';
  children?: Node[];
  shadowRoots?: Node[];
}

/** Runs a function on the shadow root of what the extension put into the page under this name. */
async function inOverlay<Result>(
  page: Page,
  name: string,
  read: (this: ShadowRoot) => Result,
): Promise<Result | undefined> {
  const session = await page.context().newCDPSession(page);
  try {
    const root = await shadowOf(session, name);
    if (!root) return undefined;
    const { object } = await session.send('DOM.resolveNode', { nodeId: root.nodeId });
    if (object.objectId === undefined) return undefined;
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: read.toString().replace(/^read\b/, 'function read'),
      returnByValue: true,
    });
    return result.value as Result;
  } finally {
    await session.detach();
  }
}

async function shadowOf(session: CDPSession, name: string): Promise<Node | undefined> {
  const { root }: { root: Node } = await session.send('DOM.getDocument', { depth: 2, pierce: true });
  const html = root.children?.find(({ localName }) => localName === 'html');
  const host = html?.children?.find(({ localName }) => localName === name);
  const [shadow] = host?.shadowRoots ?? [];
  if (shadow && shadow.shadowRootType !== 'closed') throw new Error(`${name} can be opened by the page`);
  return shadow;
}

/** The toolbar as it is drawn now; undefined while there is none to be seen. No script of the page can see this. */
export async function readToolbar(page: Page): Promise<ToolbarSeen | undefined> {
  return inOverlay(page, 'board-saver-toolbar', function read() {
    const bar = this.querySelector<HTMLElement>('.bar');
    const handle = this.querySelector<HTMLElement>('.handle');
    if (!bar || !handle || bar.style.visibility === 'hidden') return undefined;
    const place = (element: Element): Place => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    };
    return {
      place: place(bar),
      isDark: bar.classList.contains('dark'),
      buttons: [...bar.querySelectorAll('button')].map((button) => ({
        label: button.textContent ?? '',
        state: button.className,
        place: place(button),
        focused: this.activeElement === button,
      })),
      handle: {
        state: handle.className.replace('handle ', ''),
        draggable: handle.querySelector('img')?.draggable ?? false,
        place: place(handle),
      },
    };
  });
}

/** Where *Find in document* marks a board now. */
export async function readMark(page: Page): Promise<Place | undefined> {
  return inOverlay(page, 'board-saver-mark', function read() {
    const box = this.querySelector('div')?.getBoundingClientRect();
    return box && { x: box.x, y: box.y, width: box.width, height: box.height };
  });
}

/** Clicks the middle of a place. */
export async function clickAt(page: Page, { x, y, width, height }: Place): Promise<void> {
  await page.mouse.click(x + width / 2, y + height / 2);
}
