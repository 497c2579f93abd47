import * as v from 'valibot';
import type { Brand } from '../boards/board';
import { brandSchema } from '../brand';
import { AppError } from '../errors';

/**
 * What the keys of one account's pictures begin with. Accounts never share pictures: one may see boards that
 * the other may not. The parts are escaped, so no id can reach into another account's keys.
 */
export function accountPrefix(brand: Brand, accountId: string): string {
  return `${brand}/${encodeURIComponent(accountId)}/`;
}

/** The key of one picture: `<brand>/<account id>/<whiteboard id>`. */
export function imageKey(brand: Brand, accountId: string, whiteboardId: string): string {
  return accountPrefix(brand, accountId) + encodeURIComponent(whiteboardId);
}

/** Whose pictures a key is among. Errors: `unexpected` for what is no key. */
export function brandOf(key: string): Brand {
  const brand = v.safeParse(brandSchema, key.split('/', 1)[0]);
  if (!brand.success) throw new AppError('unexpected');
  return brand.output;
}

/** The key of a picture that was made of one: it goes with the account too. `recipe`: whatever tells recipes apart. */
export function madeKey(key: string, recipe: string): string {
  return `${key}/${encodeURIComponent(recipe)}`;
}

/** The key of the picture that one was made of; that of a picture as it was served is its own. */
export function servedKey(key: string): string {
  return key.split('/', 3).join('/');
}
