import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImageType } from '../../../components/image-store/stored-image';
import { readFileStructure } from '../../../components/images/file-structure';
import { sniffImageType } from '../../../components/images/sniff';
import { goodRasters } from '../../corpus/good-rasters';

const types: ImageType[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml'];

describe('readFileStructure', () => {
  it.each(goodRasters.map(({ name, make }) => [name, make] as const))(
    'knows a whole file, and no beginning of it as one: %s',
    async (name, make) => {
      const bytes = await make();
      const type = sniffImageType(bytes) ?? 'image/svg+xml';
      expect(readFileStructure(bytes, type)).toEqual({
        isWhole: true,
        isAnimated: name.includes('animated'),
      });
      fc.assert(
        fc.property(fc.nat(bytes.length - 1), (length) => {
          expect(readFileStructure(bytes.subarray(0, length), type).isWhole).toBe(false);
        }),
      );
    },
  );

  it.each([
    ['<svg><g/></svg>', true],
    ['<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:g/></s:svg >\n<!-- drawn by hand -->\n', true],
    ['<svg><g/>', false],
    ['<svg><text>a</text', false],
  ])('knows a whole drawing from a part: %s', (text, isWhole) => {
    const bytes = new TextEncoder().encode(text);
    expect(readFileStructure(bytes, 'image/svg+xml')).toEqual({ isWhole, isAnimated: false });
  });

  it('bears any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(...types), (bytes, type) => {
        expect(() => readFileStructure(bytes, type)).not.toThrow();
      }),
    );
  });
});
