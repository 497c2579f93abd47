import { describe, expect, it } from 'vitest';
import { countNotes } from '../../components/picture-notes';
import { savedPicture } from './saving/sample-job';

describe('countNotes', () => {
  it('counts the pictures of which each thing is to be told', () => {
    const made = { source: 'served' as const, preview: true, notes: ['enlarged' as const] };
    const { image: enlarged } = savedPicture('1.png', { made, faults: ['cut'] });
    const { image: unread } = savedPicture('2.png', { writing: { error: 'server-error' } });
    const { image: sound } = savedPicture('3.png', { writing: { text: 'Pay' } });
    expect(countNotes([enlarged, undefined, enlarged, unread, sound])).toEqual({
      enlarged: 2,
      cut: 2,
      'no-text': 1,
    });
  });

  it('tells of a picture once what is told of it twice', () => {
    const made = { source: 'served' as const, preview: false, notes: ['cut-short' as const] };
    const { image } = savedPicture('1.png', { made, faults: ['cut-short'] });
    expect(countNotes([image])).toEqual({ 'cut-short': 1 });
  });
});
