import type { FormatName } from '../recipe';
import { asServed } from './as-served';
import type { Format } from './format';
import { jpeg } from './jpeg';
import { png } from './png';
import { svg } from './svg';
import { webp } from './webp';

/** Every format by its name. */
export const formats: Readonly<Record<FormatName, Format>> = { 'as-served': asServed, png, jpeg, webp, svg };
