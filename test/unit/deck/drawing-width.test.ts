import { describe, expect, it } from 'vitest';
import { drawingWidth } from '../../../components/deck/drawing-width';

describe('how wide a drawing is drawn', () => {
  it('is the width of its place on a screen of that many pixels', () => {
    // The picture's box takes 12.33 of the slide's 13.33 inches.
    expect(drawingWidth('16:9', { width: 4000, height: 500 }, 3840)).toBe(3552);
    // And 9 of 10.
    expect(drawingWidth('4:3', { width: 4000, height: 500 }, 3840)).toBe(3456);
  });

  it('is less where its height is what keeps it from being larger', () => {
    const high = drawingWidth('16:9', { width: 500, height: 4000 }, 3840);
    expect(high).toBeLessThan(300);
    expect(high).toBeGreaterThan(150);
  });
});
