import { describe, expect, it } from 'vitest';
import { appIdShape, appSecretShape, scopeShape, siteIdShape } from '../../components/shapes';

describe('what comes from outside', () => {
  it.each([
    [
      'an id',
      siteIdShape,
      ['a', 'doxcn3kd_8Xb-0', 'x'.repeat(64)],
      ['', 'x'.repeat(65), 'a/b', 'a%2e', 'a\n', 'ä'],
    ],
    [
      'a scope',
      scopeShape,
      ['board:whiteboard:node:read', 'a.b-c'],
      ['', 'x'.repeat(101), 'a b', 'a"', 'a\n'],
    ],
    ['the id of an app', appIdShape, ['cli_a1b2', 'x'.repeat(64)], ['', 'x'.repeat(65), 'a:b', 'a\n']],
    [
      'its secret',
      appSecretShape,
      ['!a~', 'x'.repeat(256)],
      ['', 'x'.repeat(257), 'a b', 'a\u007F', 'ä', 'a\n'],
    ],
  ])('is %s or is not', (_, shape, those, others) => {
    expect(those.filter((text) => !shape.test(text))).toEqual([]);
    expect(others.filter((text) => shape.test(text))).toEqual([]);
  });
});
