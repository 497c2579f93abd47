// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { boardAt, findMountedBoards } from '../../../components/boards/find-mounted';

const block = (type: string, recordId: string, content = ''): string =>
  `<div class="block docx-${type}-block" data-block-type="${type}" data-block-id="4" data-record-id="${recordId}">${content}</div>`;

function page(html: string): Document {
  document.body.innerHTML = `<div class="root-block">${html}</div>`;
  return document;
}

describe('findMountedBoards', () => {
  it('lists boards in document order, however deep they lie', () => {
    const found = findMountedBoards(
      page(
        block('whiteboard', 'first') +
          block('grid', 'g', block('grid_column', 'c', block('whiteboard', 'second'))) +
          block('whiteboard', 'third'),
      ),
    );
    expect(found).toEqual(['first', 'second', 'third']);
  });

  it('lists a board once, though it is mounted twice', () => {
    expect(findMountedBoards(page(block('whiteboard', 'one') + block('whiteboard', 'one')))).toEqual(['one']);
  });

  it('leaves out the copies in the measuring area', () => {
    const copies = `<div class="bear-virtual-pre-renderer">${block('whiteboard', 'copy')}</div>`;
    expect(findMountedBoards(page(block('whiteboard', 'real') + copies))).toEqual(['real']);
  });

  it('leaves out everything that is not a board', () => {
    const decoys = ['sheet', 'bitable', 'diagram', 'mindnote', 'isv', 'image'].map((type) =>
      block(type, `a-${type}`, '<canvas></canvas>'),
    );
    expect(findMountedBoards(page(decoys.join('')))).toEqual([]);
  });

  it('knows a board by its class alone, or by its type alone', () => {
    const byClass = '<div class="block docx-whiteboard-block" data-record-id="byClass"></div>';
    const byType = '<div data-block-type="whiteboard" data-record-id="byType"></div>';
    expect(findMountedBoards(page(byClass + byType))).toEqual(['byClass', 'byType']);
  });

  it.each(['', 'a b', '../x', 'x'.repeat(65), '<img>'])('leaves out a board whose id %j is no id', (id) => {
    document.body.replaceChildren();
    const element = document.createElement('div');
    element.className = 'docx-whiteboard-block';
    element.setAttribute('data-record-id', id);
    document.body.append(element);
    expect(findMountedBoards(document)).toEqual([]);
  });
});

describe('boardAt', () => {
  it('finds the board around the canvas that was pointed at', () => {
    page(block('whiteboard', 'one', '<div><canvas></canvas></div>'));
    expect(boardAt(document.querySelector('canvas'))?.blockId).toBe('one');
  });

  it('finds none elsewhere, nor on a target that is no element', () => {
    page(block('sheet', 'one', '<canvas></canvas>'));
    expect(boardAt(document.querySelector('canvas'))).toBeUndefined();
    expect(boardAt(document)).toBeUndefined();
    expect(boardAt(null)).toBeUndefined();
  });
});
