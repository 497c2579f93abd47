import type { BoardNode } from '../feishu/board-content-schemas';

/** Text that the server draws a part of a board from. */
export interface BoardSource {
  language: 'plantuml' | 'mermaid';
  code: string;
}

const languages: Readonly<Record<number, BoardSource['language']>> = { 1: 'plantuml', 2: 'mermaid' };

/**
 * What is written on a board, for those who cannot see it: a line for each piece, from top to bottom and from
 * left to right, nothing twice in a row.
 *
 * @param maxLength characters at most; a text that is longer ends in `…`
 */
export function boardText(nodes: readonly BoardNode[], maxLength = 4000): string {
  const lines = inReadingOrder(nodes)
    .flatMap(writingOf)
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
    .filter((text, index, all) => text !== '' && text !== all[index - 1]);
  const text = lines.join('\n');
  return text.length <= maxLength
    ? text
    : `${text
        .slice(0, maxLength - 1)
        .trimEnd()
        .toWellFormed()}…`;
}

/** The sources of the diagrams on a board that were written as Mermaid or PlantUML, in the same order. */
export function boardSources(nodes: readonly BoardNode[]): BoardSource[] {
  return inReadingOrder(nodes).flatMap(({ syntax }) => {
    const language = syntax && languages[syntax.syntax_type];
    return syntax && language && syntax.code.trim() !== '' ? [{ language, code: syntax.code }] : [];
  });
}

function inReadingOrder(nodes: readonly BoardNode[]): BoardNode[] {
  return [...nodes].sort((a, b) => (a.y ?? 0) - (b.y ?? 0) || (a.x ?? 0) - (b.x ?? 0));
}

function writingOf({ text, section, connector }: BoardNode): string[] {
  const captions = connector?.captions?.data?.map((caption) => caption.text) ?? [];
  return [section?.title, text?.text, ...captions].filter((piece) => piece !== undefined);
}
