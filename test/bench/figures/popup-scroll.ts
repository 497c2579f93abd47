import type { Figure } from '../figure';
import { longDocument } from '../long-document';
import { timeToScroll } from '../popup-scroll';

export const figure: Figure = {
  name: 'popup-scroll',
  unit: 'ms',
  goal: { of: 'median', bound: 'most', limit: 50 },
  about:
    'longest frame while 400 rows of the popup are scrolled through, with rows that nobody has seen before',
  measure: (context) => timeToScroll(context, longDocument),
};
