import { describe, expect, it } from 'vitest';
import type { BoardSource } from '../../../components/boards/board-text';
import { sourceFiles } from '../../../components/saving/source-files';
import { board } from './job-world';

const naming = { template: '{doc} - {n} {name}', doc: 'Roadmap', date: 0 };
const mermaid: BoardSource = { language: 'mermaid', code: 'graph TD' };
const plantuml: BoardSource = { language: 'plantuml', code: '@startuml\n@enduml\n' };

describe('sourceFiles', () => {
  it('is named as the picture of the board is, after its language', async () => {
    const files = sourceFiles({ board: board(3), name: 'Flow: 1/2' }, [mermaid, plantuml], naming);
    expect(files.map(({ name }) => name)).toEqual([
      'Roadmap - 3 Flow_ 1_2.mmd',
      'Roadmap - 3 Flow_ 1_2.puml',
    ]);
    // Chromium gives what it takes for plain text the extension `.txt`.
    expect(files.map(({ content }) => content.type)).toEqual(['text/x-mermaid', 'text/x-plantuml']);
    expect(await Promise.all(files.map(({ content }) => content.text()))).toEqual([
      'graph TD\n',
      '@startuml\n@enduml\n',
    ]);
  });

  it('numbers several of one language', () => {
    const files = sourceFiles({ board: board(1), name: 'Flow' }, [mermaid, mermaid], naming);
    expect(files.map(({ name }) => name)).toEqual(['Roadmap - 1 Flow.mmd', 'Roadmap - 1 Flow (2).mmd']);
  });
});
