import { describe, expect, it } from 'vitest';
import { expandedSize, type CountedElement } from '../../../components/images/svg/expanded-size';

function element(attributes: Record<string, string>, ...children: CountedElement[]): CountedElement {
  return { children, attributes: Object.entries(attributes).map(([name, value]) => ({ name, value })) };
}

describe('expandedSize', () => {
  it('counts what is there, and what is drawn again each time', () => {
    const part = element({ id: 'a' }, element({}), element({}));
    expect(expandedSize(element({}, part), '')).toBe(4);
    const copies = [
      element({ href: '#a' }),
      element({ 'xlink:href': ' #a' }),
      element({ fill: 'url("#a")' }),
    ];
    expect(expandedSize(element({}, part, ...copies), '')).toBe(1 + 3 + 3 * (1 + 3));
  });

  it('counts what a style sheet names for whatever has a class', () => {
    const part = element({ id: 'a' }, element({}));
    const root = element({}, part, element({ class: 'x' }), element({}));
    expect(expandedSize(root, '.x{fill:url(#a)}')).toBe(1 + 2 + 3 + 1);
  });

  it('breaks circles off, and bears names of nothing', () => {
    const self = element(
      { id: 'a' },
      element({ href: '#a' }),
      element({ href: '#b' }),
      element({ href: '#' }),
    );
    expect(expandedSize(element({}, self), '')).toBe(5);
  });

  it('grows as the drawing would, and takes no longer for it', () => {
    const levels = Array.from({ length: 60 }, (_, level) =>
      element({ id: `u${level + 1}` }, ...Array.from({ length: 10 }, () => element({ href: `#u${level}` }))),
    );
    expect(expandedSize(element({}, element({ id: 'u0' }), ...levels), '')).toBeGreaterThan(1e60);
  });
});
