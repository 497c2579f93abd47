import { describe, expect, it } from 'vitest';
import { dragFileName } from '../../../components/dragging/drag-file-name';

describe('the name of a dragged picture', () => {
  it.each([
    ['支付流程总览', '支付流程总览.png'],
    [' a/b\\c:d*?"<>| ', 'a b c d.png'],
    ['\u0000\n', 'board.png'],
    ['x'.repeat(200), `${'x'.repeat(80)}.png`],
  ])('of %j is %j: no path, no colon, and never empty', (name, file) => {
    expect(dragFileName(name)).toBe(file);
  });
});
