import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUnder } from '../../../components/images/encode-under';

/** A file that grows with its quality, and a count of how many were made. */
function encoder(full: number): { encode: (quality: number) => Promise<Blob>; tries: number[] } {
  const tries: number[] = [];
  const encode = async (quality: number): Promise<Blob> => {
    tries.push(quality);
    return new Blob([new Uint8Array(Math.round(full * quality ** 2))]);
  };
  return { encode, tries };
}

describe('encodeUnder', () => {
  it('makes one file where it fits', async () => {
    const { encode, tries } = encoder(1000);
    await encodeUnder(encode, { quality: 0.9, worstQuality: 0.4, maxBytes: Infinity });
    expect(tries).toEqual([0.9]);
  });

  it('fits wherever the worst quality does, close to the limit, in few tries', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1000, max: 50_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (full, at) => {
          const maxBytes = Math.round(full * (0.16 + at * 0.7)) + 1;
          const { encode, tries } = encoder(full);
          const { size } = await encodeUnder(encode, { quality: 0.9, worstQuality: 0.4, maxBytes });
          expect(size).toBeLessThanOrEqual(maxBytes);
          expect(size).toBeGreaterThan(Math.min(maxBytes, full * 0.81) * 0.85 - 2);
          expect(tries.length).toBeLessThanOrEqual(7);
          expect(Math.max(...tries)).toBeLessThanOrEqual(0.9);
        },
      ),
    );
  });

  it('gives the worst quality where nothing fits', async () => {
    const { encode } = encoder(1000);
    expect((await encodeUnder(encode, { quality: 0.9, worstQuality: 0.5, maxBytes: 10 })).size).toBe(250);
  });
});
