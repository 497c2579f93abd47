import { siteIdShape } from '../shapes';
import { blockIdAttribute, boardBlock, measuringArea } from './selectors';

function blockIdOf(element: Element): string | undefined {
  const id = element.getAttribute(blockIdAttribute);
  return id !== null && siteIdShape.test(id) ? id : undefined;
}

/** Block ids of the boards that are mounted below `root`, in document order, each once. */
export function findMountedBoards(root: ParentNode): string[] {
  const ids = new Set<string>();
  for (const element of root.querySelectorAll(boardBlock)) {
    if (element.closest(measuringArea)) continue;
    const id = blockIdOf(element);
    if (id !== undefined) ids.add(id);
  }
  return [...ids];
}

/** The element of a board that is mounted. */
export function mountedBoard(root: ParentNode, blockId: string): Element | undefined {
  const blocks = [...root.querySelectorAll(boardBlock)];
  return blocks.find((element) => blockIdOf(element) === blockId && !element.closest(measuringArea));
}

/** The board that an event happened in, if it was one: its element and block id. */
export function boardAt(target: EventTarget | null): { element: Element; blockId: string } | undefined {
  if (!(target instanceof Element)) return undefined;
  const element = target.closest(boardBlock);
  if (!element || element.closest(measuringArea)) return undefined;
  const blockId = blockIdOf(element);
  return blockId === undefined ? undefined : { element, blockId };
}
