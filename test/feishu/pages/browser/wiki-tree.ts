import type { WikiItem } from '../page-view';
import { h } from './dom';

/** The tree beside a wiki's document. The class names here are not the site's: those are not known. */
export function wikiTree(
  space: string,
  items: readonly WikiItem[],
  open: (token: string) => void,
): HTMLElement {
  const list = (level: readonly WikiItem[]): HTMLElement => h('ul', {}, ...level.map(entry));
  const entry = (item: WikiItem): HTMLElement => {
    const mark = item.shortcut ? '↗ ' : '';
    const link = h(
      'a',
      { class: 'wiki-tree__node', href: `/wiki/${item.token}`, 'data-wiki-token': item.token },
      `${mark}${item.title}`,
    );
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open(item.token);
    });
    const children = item.children.length > 0 ? [list(item.children)] : [];
    return h('li', { class: `wiki-tree__item wiki-tree__item--${item.kind}` }, link, ...children);
  };
  return h('nav', { class: 'wiki-tree' }, h('div', { class: 'wiki-tree__space' }, space), list(items));
}

/** Marks the node that is open. */
export function markCurrent(tree: HTMLElement, token: string): void {
  for (const link of tree.querySelectorAll('.wiki-tree__node')) {
    const current = link.getAttribute('data-wiki-token') === token;
    if (current) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}
