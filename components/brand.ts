import * as v from 'valibot';
import type { Brand } from './boards/board';

/** All of them, in the order in which they are shown. */
export const brands: readonly Brand[] = ['feishu', 'lark', 'company'];

/** A brand that comes from a message, a setting or a record. */
export const brandSchema: v.GenericSchema<unknown, Brand> = v.picklist(['feishu', 'lark', 'company']);
