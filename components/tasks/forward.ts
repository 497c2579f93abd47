import type { TaskRequests } from '../messaging/task-requests';
import type { Tasks } from './create-tasks';

/**
 * Tasks that are loaded when the first of them is asked for. Their names are said once more, since nothing that is not
 * loaded can tell them: what is loaded has to have each of these.
 */
export function forward<Name extends keyof Tasks>(
  load: () => Promise<Pick<Tasks, NoInfer<Name>>>,
  names: readonly Name[],
): Pick<Tasks, Name> {
  const entries = names.map((name) => [
    name,
    async (params: TaskRequests[Name]['params']) => (await load())[name](params),
  ]);
  // What an object is made of entries has lost its names.
  return Object.fromEntries(entries) as Pick<Tasks, Name>;
}
