import { describe, expect, it } from 'vitest';
import { nextZoom, scrollKeepingMiddle } from '../../../components/ui/popup/preview/zoom';

describe('the next zoom', () => {
  it('is the step above or below, from a step and from between two', () => {
    expect(nextZoom(1, 1)).toBe(1.5);
    expect(nextZoom(1, -1)).toBe(0.75);
    expect(nextZoom(0.37, 1)).toBe(0.5);
    expect(nextZoom(0.37, -1)).toBe(0.25);
  });

  it('passes over a step that would look the same', () => {
    expect(nextZoom(0.498, 1)).toBe(0.75);
    expect(nextZoom(0.503, -1)).toBe(0.25);
  });

  it('stays where there is no step', () => {
    expect(nextZoom(8, 1)).toBe(8);
    expect(nextZoom(0.05, -1)).toBe(0.05);
  });
});

describe('scrolling while zooming', () => {
  it('keeps the middle of what is seen in the middle', () => {
    // 100 of 400 px are seen, from 100 to 200; twice as large, the middle is at 300.
    expect(scrollKeepingMiddle(100, 100, 2)).toBe(250);
  });

  it('never asks for a place above the top', () => {
    expect(scrollKeepingMiddle(0, 100, 0.5)).toBe(0);
  });
});
