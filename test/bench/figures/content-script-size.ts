import { measureBuild } from '../../setup/measure-build.mjs';
import type { Figure } from '../figure';

export const figure: Figure = {
  name: 'content-script-size',
  unit: 'kB',
  goal: { of: 'median', bound: 'most', limit: 8 },
  about: 'what a document page loads of the extension at its start, gzipped; 1 kB is 1000 bytes',
  measure: async ({ buildFolder }) => {
    const content = measureBuild(buildFolder).find(({ name }) => name === 'content');
    if (!content) throw new Error('the build has no content script');
    return { values: [content.gzipped / 1000] };
  },
};
