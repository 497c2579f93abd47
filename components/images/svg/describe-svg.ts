import type { Description } from '../recipe';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** What XML cannot hold: https://www.w3.org/TR/xml/#charsets */
// oxlint-disable-next-line no-control-regex
const notXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Writes title and description into a drawing, in place of those that it has. */
export function describeSvg(root: Element, { title, text }: Description): void {
  for (const old of root.querySelectorAll(':scope > title, :scope > desc')) old.remove();
  const write = (name: string, value: string): Element => {
    const element = root.ownerDocument.createElementNS(svgNamespace, name);
    element.textContent = value.replaceAll(notXml, '').toWellFormed();
    return element;
  };
  root.prepend(write('title', title), ...(text ? [write('desc', text)] : []));
  root.setAttribute('role', 'img');
}
