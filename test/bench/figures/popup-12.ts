import type { Figure } from '../figure';
import { demoDocument } from '../demo-document';
import { timeToList } from '../popup-list';

export const figure: Figure = {
  name: 'popup-12',
  unit: 'ms',
  goal: { of: 'ratio', bound: 'most', limit: 2 },
  about:
    'opening the popup until a list of a dozen boards is painted, over painting an empty page of the extension',
  measure: (context) => timeToList(context, demoDocument),
};
