import type { BoardRecipe } from '../board-recipe';
import { readPolicy } from './policy';
import { settings } from './settings';

/** What is made of a picture: what is wanted, else what the settings say, in a format that the administrator allows. */
export async function allowedRecipe(wanted?: BoardRecipe): Promise<BoardRecipe> {
  const recipe = wanted ?? (await settings.recipe.get());
  const { allowedFormats } = await readPolicy();
  const [first = recipe.format] = allowedFormats ?? [];
  return allowedFormats?.includes(recipe.format) ? recipe : { ...recipe, format: first };
}
