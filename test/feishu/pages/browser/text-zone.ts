import type { PageBlock } from '../page-view';
import { h } from './dom';
import type { Load } from './load';

/** The editor ends every line with a zero-width space. */
const END_OF_LINE = '\u200b';

/** The text of a block as the editor holds it. */
export function textZone(block: PageBlock, load: Load): HTMLElement {
  const lines = (block.text ?? '')
    .split('\n')
    .map((line) =>
      h(
        'div',
        { class: 'ace-line', dir: 'auto' },
        h('span', { 'data-string': 'true', 'data-leaf': 'true' }, line),
        h('span', { 'data-string': 'true', 'data-enter': 'true' }, END_OF_LINE),
      ),
    );
  const zone = { class: 'zone-container text-editor', 'data-zone-id': String(load.numberOf(block.id)) };
  return h('div', zone, ...lines);
}
