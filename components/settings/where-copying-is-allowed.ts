import { AppError } from '../errors';
import { readPolicy } from './policy';

/** What is to be copied, where the administrator lets it be; else it fails with `switched-off`. */
export async function whereCopyingIsAllowed<Value>(copied: Promise<Value>): Promise<Value> {
  // Nobody waits for it where it is forbidden.
  copied.catch(() => {});
  if (!(await readPolicy()).allowClipboard) throw new AppError('switched-off');
  return copied;
}
