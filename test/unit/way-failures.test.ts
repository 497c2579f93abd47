import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lostOnTheWay, otherAnswers, serverTroubles } from '../../components/way-failures';

it('tells of each failure of the way to the server whether it passes', () => {
  const table = readFileSync(new URL('../../components/error-remedies.ts', import.meta.url), 'utf8');
  const [, section = ''] = /\/\/ The way to the server and back\n(.*?)\n\n/s.exec(table) ?? [];
  const codes = [...section.matchAll(/^ *'?([a-z-]+)'?: /gm)].map(([, code]) => code);
  // Who has cancelled does not ask again.
  expect([...lostOnTheWay, ...serverTroubles, ...otherAnswers, 'cancelled'].toSorted()).toEqual(
    codes.toSorted(),
  );
});
