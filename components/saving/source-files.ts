import type { Board } from '../boards/board';
import type { BoardSource } from '../boards/board-text';
import { expandTemplate, safeFileName, uniqueNames } from './file-name';

/** What the programs of each language call its files. */
const extensions: Record<BoardSource['language'], string> = { mermaid: 'mmd', plantuml: 'puml' };

export interface SourceNaming {
  /** See `expandTemplate`: how one board by itself is named. */
  template: string;
  /** The document's title. */
  doc: string;
  /** Ms since the epoch. */
  date: number;
}

/** Diagrams that were written as text, as files beside the board's picture: of its name, numbered where there are several. */
export function sourceFiles(
  { board, name }: { board: Board; name: string },
  sources: readonly BoardSource[],
  { template, doc, date }: SourceNaming,
): { name: string; content: Blob }[] {
  const { blockId: id, number: n, heading, caption } = board;
  const title = expandTemplate(template, {
    doc,
    heading,
    caption,
    name,
    n,
    highest: n,
    date,
    id,
    width: 0,
    height: 0,
  });
  const names = uniqueNames(sources.map(({ language }) => safeFileName(title, extensions[language])));
  return sources.map(({ code, language }, index) => ({
    name: names[index] ?? '',
    // A type of its own: as `text/plain`, Chromium names the file `.txt`.
    content: new Blob([code.endsWith('\n') ? code : `${code}\n`], { type: `text/x-${language}` }),
  }));
}
