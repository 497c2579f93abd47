import type { Figure } from '../figure';
import { longDocument } from '../long-document';
import { timeToList } from '../popup-list';

export const figure: Figure = {
  name: 'popup-list-400',
  unit: 'ms',
  goal: { of: 'ratio', bound: 'most', limit: 2 },
  about:
    'opening the popup until the list of 400 boards is painted, over painting an empty page of the extension',
  measure: (context) => timeToList(context, longDocument),
};
