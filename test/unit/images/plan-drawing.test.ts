import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planDrawing, shrinkToLimits } from '../../../components/images/plan-drawing';

const limits = { maxSide: 16_384, maxPixels: 67_108_864 };
const side = fc.double({ min: 0.5, max: 60_000, noNaN: true });
const pixels = fc.integer({ min: 1, max: 60_000 });
const padding = fc.integer({ min: 0, max: 500 });
const scale = fc.double({ min: 0.01, max: 8, noNaN: true });

describe('planDrawing', () => {
  it('never goes beyond what a canvas holds, and never below a pixel', () => {
    fc.assert(
      fc.property(
        side,
        side,
        padding,
        fc.oneof(
          scale.map((s) => ({ scale: s })),
          pixels.map((w) => ({ width: w })),
        ),
        (width, height, pad, size) => {
          const plan = planDrawing({ width, height }, pad, size, limits);
          expect(Math.max(plan.width, plan.height)).toBeLessThanOrEqual(limits.maxSide);
          expect(plan.width * plan.height).toBeLessThanOrEqual(limits.maxPixels);
          expect(Math.min(plan.content.width, plan.content.height)).toBeGreaterThanOrEqual(1);
          for (const value of [plan.width, plan.height, ...Object.values(plan.content)]) {
            expect(Number.isInteger(value)).toBe(true);
          }
        },
      ),
    );
  });

  it('puts the picture into the middle of its padding', () => {
    fc.assert(
      fc.property(side, side, padding, scale, (width, height, pad, wanted) => {
        const { content, ...whole } = planDrawing({ width, height }, pad, { scale: wanted }, limits);
        expect(content.x).toBe(content.y);
        expect(whole.width - content.width).toBe(2 * content.x);
        expect(whole.height - content.height).toBe(2 * content.y);
        expect(Math.abs(content.x - pad * whole.scale)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('keeps the shape of a picture to the pixel', () => {
    fc.assert(
      fc.property(side, side, scale, (width, height, wanted) => {
        const plan = planDrawing({ width, height }, 0, { scale: wanted }, limits);
        expect(Math.abs(plan.width - Math.max(1, width * plan.scale))).toBeLessThanOrEqual(1);
        expect(Math.abs(plan.height - Math.max(1, height * plan.scale))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('gives the scale that was asked for, or says that it cannot', () => {
    fc.assert(
      fc.property(side, side, padding, scale, (width, height, pad, wanted) => {
        const plan = planDrawing({ width, height }, pad, { scale: wanted }, limits);
        expect(plan.isLimited).toBe(plan.scale !== wanted);
        expect(plan.scale).toBeLessThanOrEqual(wanted);
      }),
    );
  });

  it('gives the width that was asked for, to the pixel', () => {
    const shape = fc.integer({ min: 100, max: 8000 });
    fc.assert(
      fc.property(
        shape,
        shape,
        fc.nat(40),
        fc.integer({ min: 200, max: 4000 }),
        (width, height, pad, wanted) => {
          const plan = planDrawing(
            { width, height },
            pad,
            { width: wanted },
            { ...limits, maxPixels: Infinity },
          );
          fc.pre(!plan.isLimited);
          expect(plan.width).toBe(wanted);
        },
      ),
    );
  });

  it('limits no more than it has to', () => {
    expect(planDrawing({ width: 6000, height: 20 }, 0, { scale: 4 }, limits)).toMatchObject({
      width: 16_384,
      isLimited: true,
    });
    expect(planDrawing({ width: 4096, height: 4096 }, 0, { scale: 2 }, limits)).toMatchObject({
      width: 8192,
      isLimited: false,
    });
    expect(planDrawing({ width: 10_000, height: 10_000 }, 0, { scale: 1 }, limits)).toMatchObject({
      width: 8192,
      height: 8192,
      isLimited: true,
    });
  });

  it('shrinks to the limits and never enlarges', () => {
    fc.assert(
      fc.property(pixels, pixels, (width, height) => {
        const small = shrinkToLimits({ width, height }, limits);
        expect(small.width).toBeLessThanOrEqual(width);
        expect(small.height).toBeLessThanOrEqual(height);
        const fits = Math.max(width, height) <= limits.maxSide && width * height <= limits.maxPixels;
        expect(small.width === width && small.height === height).toBe(fits);
      }),
    );
  });
});
