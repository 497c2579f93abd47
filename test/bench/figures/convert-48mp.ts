import { timeToConvert } from '../convert-pictures';
import type { Figure } from '../figure';

export const figure: Figure = {
  name: 'convert-48mp',
  unit: 'ms',
  goal: { of: 'ratio', bound: 'most', limit: 1.2 },
  about:
    'converting a board of 48 megapixels to PNG and to WebP, over decoding, drawing and encoding it alone',
  measure: (context) => timeToConvert(context, 48),
};
