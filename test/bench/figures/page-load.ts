import { addedScriptTime } from '../big-page';
import type { Figure } from '../figure';

export const figure: Figure = {
  name: 'page-load',
  unit: 'ms',
  goal: { of: 'median', bound: 'most', limit: 5 },
  about: 'script time that the extension adds to loading a document page of 80,000 nodes',
  measure: (context) => addedScriptTime(context, ({ scriptMs }) => scriptMs()),
};
