import type { Figure } from '../figure';
import { memoryToSave } from '../save-and-follow';

export const figure: Figure = {
  name: 'memory-growth',
  unit: 'MB',
  goal: { of: 'ratio', bound: 'most', limit: 1.2 },
  about:
    'how much the processes of the extension grow while 1,000 boards of 500 kB are saved; reference: 300',
  async measure(context) {
    const few = await memoryToSave(context, 300);
    const many = await memoryToSave(context, 1000);
    return { values: [many.process], reference: [few.process] };
  },
};
