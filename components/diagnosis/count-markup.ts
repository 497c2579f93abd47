import * as selectors from '../boards/selectors';

/** What is looked for in a page, by the name that it bears in a report. */
const looked: Readonly<Record<string, string>> = {
  boardBlock: selectors.boardBlock,
  'boardBlock by attribute': '[data-block-type="whiteboard"]',
  'boardBlock by class': '.docx-whiteboard-block',
  'boardBlock in measuringArea': `${selectors.measuringArea} ${selectors.boardBlock}`,
  blockIdAttribute: `[${selectors.blockIdAttribute}]`,
  pageBlock: selectors.pageBlock,
  measuringArea: selectors.measuringArea,
  editorRoot: selectors.editorRoot,
  scroller: selectors.scroller,
  ...Object.fromEntries(selectors.titles.map((title, at) => [`titles[${at}]`, title])),
  canvas: 'canvas',
  iframe: 'iframe',
};

/** The names in `looked`: whatever else a page answers is none of ours. */
export const markupNames: ReadonlySet<string> = new Set(Object.keys(looked));

/** How often each selector of ours matches in a page, and which kinds of blocks it has mounted. Hostile until parsed. */
export function countMarkup(page: Document): object {
  const kinds = new Map<string, number>();
  for (const block of page.querySelectorAll('[data-block-type]')) {
    const kind = (block.getAttribute('data-block-type') ?? '').slice(0, 64);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return {
    readyState: page.readyState,
    isHidden: page.hidden,
    matches: Object.entries(looked).map(([name, selector]) => [name, page.querySelectorAll(selector).length]),
    kinds: [...kinds].slice(0, 100),
  };
}
