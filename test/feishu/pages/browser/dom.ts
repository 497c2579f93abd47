type Child = Node | string;

/** Makes an element. Nothing here goes through HTML text, which the page's policy (Trusted Types) forbids. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** An SVG element. */
export function svg(tag: string, attributes: Record<string, string> = {}, ...children: Child[]): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A style attribute would be refused by the policy; the style object is not. */
export function setSize(element: HTMLElement, width: number | undefined, height: number): void {
  if (width !== undefined) element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}
