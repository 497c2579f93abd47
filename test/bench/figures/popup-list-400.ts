import type { Figure } from '../figure';
import { timeToList } from '../popup-list';

export const figure: Figure = {
  name: 'popup-list-400',
  unit: 'ms',
  goal: { of: 'ratio', bound: 'most', limit: 2 },
  about: 'opening the popup until all 400 boards are painted, over painting an empty page of the extension',
  measure: timeToList,
};
