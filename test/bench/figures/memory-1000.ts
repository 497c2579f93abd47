import type { Figure } from '../figure';
import { memoryToSave } from '../save-and-follow';

export const figure: Figure = {
  name: 'memory-1000',
  unit: 'MB',
  goal: { of: 'median', bound: 'most', limit: 60 },
  about: 'how much the JavaScript heap grows at most while 1,000 boards of 500 kB are saved; reference: 300',
  async measure(context) {
    const few = await memoryToSave(context, 300);
    const many = await memoryToSave(context, 1000);
    return { values: [many.heap], reference: [few.heap] };
  },
};
