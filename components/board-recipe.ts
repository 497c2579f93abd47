import * as v from 'valibot';
import type { FormatName, Recipe } from './images/recipe';

/** What is to be made of whatever board somebody saves: a recipe without what differs from board to board. */
export interface BoardRecipe extends Omit<Recipe, 'description'> {
  /** Whether name and writing of the board go into the file, which costs a request for each board. */
  isDescribed?: boolean | undefined;
}

/** What pictures can be saved as. */
export const formatSchema: v.GenericSchema<unknown, FormatName> = v.picklist([
  'as-served',
  'png',
  'jpeg',
  'webp',
  'svg',
]);

const pixels = v.pipe(v.number(), v.integer(), v.minValue(16), v.maxValue(16_384));

/** A recipe that comes from a message, a setting or a record. What is left out is as `Recipe` says. */
export const boardRecipeSchema: v.GenericSchema<unknown, BoardRecipe> = v.object({
  format: formatSchema,
  size: v.exactOptional(
    v.union([
      v.object({ scale: v.pipe(v.number(), v.minValue(0.1), v.maxValue(8)) }),
      v.object({ width: pixels }),
    ]),
  ),
  background: v.exactOptional(v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i))),
  trim: v.exactOptional(v.boolean()),
  padding: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000))),
  quality: v.exactOptional(v.pipe(v.number(), v.minValue(0.01), v.maxValue(1))),
  maxBytes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1000))),
  isDescribed: v.exactOptional(v.boolean()),
});

/** Whether there is nothing to be made: neither another picture nor a description of this one. */
export function isAsServed({ format, isDescribed }: BoardRecipe): boolean {
  return format === 'as-served' && !isDescribed;
}

/** What holds until the user chooses: the very bytes that the server sent. */
export const asServedRecipe: BoardRecipe = { format: 'as-served' };
