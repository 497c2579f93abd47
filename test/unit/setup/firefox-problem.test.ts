import { expect, test } from 'vitest';
import { firefoxProblem } from '../../setup/ensure-firefox.mjs';

test.each(['Mozilla Firefox 153.8.0esr\n', 'Mozilla Firefox 143.0', 'Mozilla Firefox Nightly', undefined])(
  '%j is taken',
  (version) => {
    expect(firefoxProblem(version)).toBeUndefined();
  },
);

test.each(['Mozilla Firefox 140.12.0esr\n', 'Mozilla Firefox 99.0'])(
  '%j is told off in one sentence',
  (version) => {
    expect(firefoxProblem(version)).toMatch(
      /^Firefox \d+ or later is needed for the tests, and this is \d+\.$/,
    );
  },
);
