/** Element names of what we put into a page. */
export type OverlayName = 'board-saver-notice' | 'board-saver-toolbar' | 'board-saver-mark';

/** Something of ours in a page. */
export interface Overlay {
  host: HTMLElement;
  shadow: ShadowRoot;
}

/**
 * An element of our own beside the page's body, with a closed shadow root in it: neither the editor nor its
 * styles can reach inside, and nothing is added to the editor's own nodes.
 */
export function addOverlay(page: Document, name: OverlayName, style: string): Overlay {
  const host = page.createElement(name);
  const shadow = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  shadow.adoptedStyleSheets = [sheet];
  page.documentElement.append(host);
  return { host, shadow };
}

/** Whether an event of the page happened in the toolbar, which lies over its board. */
export function isToolbar(target: EventTarget | null): boolean {
  return target instanceof Element && target.localName === ('board-saver-toolbar' satisfies OverlayName);
}
