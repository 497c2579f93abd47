/**
 * Whether the page around an element is dark: by the first background that is not see-through, for sites have
 * a look of their own; by the system where there is none.
 */
export function isDarkAround(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  for (let at = element.parentElement; view && at; at = at.parentElement) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (
      view.getComputedStyle(at).backgroundColor.match(/[\d.]+/g) ?? ['0', '0', '0', '0']
    ).map(Number);
    if (alpha > 0.5) return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
  }
  return view?.matchMedia('(prefers-color-scheme: dark)').matches ?? false;
}
