import { timeToConvert } from '../convert-pictures';
import type { Figure } from '../figure';

export const figure: Figure = {
  name: 'convert-12mp',
  unit: 'ms',
  goal: { of: 'ratio', bound: 'most', limit: 1.2 },
  about:
    'converting a board of 12 megapixels to PNG and to WebP, over decoding, drawing and encoding it alone',
  measure: (context) => timeToConvert(context, 12),
};
