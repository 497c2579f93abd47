import type { Page } from '@playwright/test';
import { browserOf } from './browser-of';
import { inOverlay } from './in-overlay';
import type { Place } from './read-overlay';

/** What CDP tells of one node of the accessibility tree. */
interface Node {
  nodeId: string;
  parentId?: string;
  role?: { value?: unknown };
  name?: { value?: unknown };
}

interface Notice {
  role: 'alert' | 'status';
  lines: string[];
}

/**
 * The extension's notice in a document's page, as a screen reader gets it: its role and its lines. It stands
 * in a closed shadow root, which no script can open; the accessibility tree has it all the same.
 */
export async function readNotice(page: Page): Promise<Notice | undefined> {
  if (browserOf(page).product === 'firefox') return readInFirefox(page);
  const session = await page.context().newCDPSession(page);
  try {
    const { nodes }: { nodes: Node[] } = await session.send('Accessibility.getFullAXTree');
    const parents = new Map(nodes.map(({ nodeId, parentId }) => [nodeId, parentId]));
    const isInside = (id: string | undefined, box: Node): boolean =>
      id !== undefined && (id === box.nodeId || isInside(parents.get(id), box));
    const boxes = nodes.filter(({ role }) => role?.value === 'alert' || role?.value === 'status');
    for (const box of boxes) {
      const lines = nodes
        .filter(({ nodeId, role }) => role?.value === 'StaticText' && isInside(nodeId, box))
        .map(({ name }) => (typeof name?.value === 'string' ? name.value : ''));
      // The toolbar has a place for words as well, which is empty most of the time.
      if (lines.length > 0) return { role: box.role?.value === 'alert' ? 'alert' : 'status', lines };
    }
    return undefined;
  } finally {
    await session.detach();
  }
}

/** There WebDriver tells nothing of what a screen reader gets. */
async function readInFirefox(page: Page): Promise<Notice | undefined> {
  return inOverlay(page, 'board-saver-notice', function read() {
    const box = this.querySelector('[role]');
    const role = box?.getAttribute('role') === 'alert' ? 'alert' : 'status';
    return { role, lines: [...(box?.children ?? [])].map((line) => line.textContent ?? '') };
  });
}

/** Where the notice's button stands; undefined while it has none. */
export async function noticeButton(page: Page): Promise<Place | undefined> {
  return inOverlay(page, 'board-saver-notice', function read() {
    const box = this.querySelector('button')?.getBoundingClientRect();
    return box && { x: box.x, y: box.y, width: box.width, height: box.height };
  });
}
