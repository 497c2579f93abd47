import { describe, expect, it } from 'vitest';
import {
  everything,
  isSelected,
  toggle,
  toggleAll,
  toggleRange,
} from '../../../components/ui/popup/selection';

const chosen = (selection: typeof everything, ...ids: string[]) =>
  ids.filter((id) => isSelected(selection, id));

describe('a selection', () => {
  it('begins with everything, even what is not known yet', () => {
    expect(chosen(everything, 'a', 'b')).toEqual(['a', 'b']);
  });

  it('turns one board over and back', () => {
    const without = toggle(everything, 'a');
    expect(chosen(without, 'a', 'b')).toEqual(['b']);
    expect(chosen(toggle(without, 'a'), 'a', 'b')).toEqual(['a', 'b']);
  });

  it('takes in no newcomers once all were taken off', () => {
    const none = toggleAll(everything, ['a', 'b'], true);
    expect(chosen(toggle(none, 'a'), 'a', 'b', 'late')).toEqual(['a']);
  });

  it('chooses all where some were missing', () => {
    const some = toggle(everything, 'a');
    expect(chosen(toggleAll(some, ['a', 'b'], true), 'a', 'b', 'late')).toEqual(['a', 'b', 'late']);
  });

  it('changes only what a filter left', () => {
    const without = toggleAll(everything, ['a'], false);
    expect(chosen(without, 'a', 'b')).toEqual(['b']);
    expect(chosen(toggleAll(without, ['a'], false), 'a', 'b')).toEqual(['a', 'b']);
    const none = toggleAll(everything, ['a', 'b'], true);
    expect(chosen(toggleAll(none, ['a'], false), 'a', 'b')).toEqual(['a']);
  });

  it('makes all between two boards as the second then is, in either direction', () => {
    const shown = ['a', 'b', 'c', 'd', 'e'];
    const some = toggleRange(everything, shown, 'd', 'b');
    expect(chosen(some, ...shown)).toEqual(['a', 'e']);
    expect(chosen(toggleRange(some, shown, 'b', 'c'), ...shown)).toEqual(['a', 'b', 'c', 'e']);
  });

  it('turns one board over where the other end of the range is not shown', () => {
    const shown = ['a', 'b', 'c'];
    expect(chosen(toggleRange(everything, shown, 'gone', 'b'), ...shown)).toEqual(['a', 'c']);
    expect(chosen(toggleRange(everything, shown, undefined, 'b'), ...shown)).toEqual(['a', 'c']);
  });
});
