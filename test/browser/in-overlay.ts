import type { CDPSession, Page } from '@playwright/test';
import { browserOf } from './browser-of';
import { tabIdOf } from './drive-extension';

interface Node {
  nodeId: number;
  localName: string;
  shadowRootType?: 'open' | 'closed' | 'user-agent';
  children?: Node[];
  shadowRoots?: Node[];
}

/**
 * Runs a function on the shadow root of what the extension put into the page under this name; undefined while there
 * is none. No script of the page can open it: Chromium's debugger can, and in Firefox a content script.
 *
 * @param read stands by itself: it is sent as text
 */
export async function inOverlay<Result>(
  page: Page,
  name: string,
  read: (this: ShadowRoot) => Result,
): Promise<Result | undefined> {
  const source = read.toString().replace(/^read\b/, 'function read');
  return browserOf(page).product === 'firefox'
    ? inFirefox<Result>(page, name, source)
    : inChromium<Result>(page, name, source);
}

async function inChromium<Result>(page: Page, name: string, source: string): Promise<Result | undefined> {
  const session = await page.context().newCDPSession(page);
  try {
    const root = await shadowOf(session, name);
    if (!root) return undefined;
    const { object } = await session.send('DOM.resolveNode', { nodeId: root.nodeId });
    if (object.objectId === undefined) return undefined;
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: source,
      returnByValue: true,
    });
    return result.value as Result;
  } catch (thrown) {
    // It went between two of these questions.
    if (String(thrown).includes('No node with given id')) return undefined;
    throw thrown;
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

/** https://developer.mozilla.org/docs/Web/API/Element/openOrClosedShadowRoot */
async function inFirefox<Result>(page: Page, name: string, source: string): Promise<Result | undefined> {
  const browser = browserOf(page);
  const tabId = await tabIdOf(browser, page);
  const found: unknown = await browser.worker.evaluate(`browser.scripting.executeScript({
    target: { tabId: ${tabId} },
    func: () => {
      const root = document.querySelector(${JSON.stringify(name)})?.openOrClosedShadowRoot;
      return root && { value: (${source}).call(root) };
    },
  }).then(([{ result }]) => result)`);
  return (found as { value: Result } | null | undefined)?.value;
}
