import type { Clock } from './clock';
import { makeId } from './ids';

/** Log ids like `20261103091502` and 18 hexadecimal digits: another one for each request. */
export function createLogIds(clock: Clock): () => string {
  let count = 0;
  return () => {
    count += 1;
    const time = new Date(clock.now()).toISOString().replaceAll(/\D/g, '').slice(0, 14);
    const tail = Buffer.from(makeId(['log', count], 9))
      .toString('hex')
      .toUpperCase();
    return `${time}${tail}`;
  };
}
