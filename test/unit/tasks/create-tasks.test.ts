import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
// Loaded before the test begins: that takes seconds where the machine has other things to do.
import '../../../components/tasks/account-tasks';
import { createTasks } from '../../../components/tasks/create-tasks';
import { createFakeSession } from '../fakes/fake-session';

describe('createTasks', () => {
  it('loads anew what could not be loaded the last time', async () => {
    let isLost = true;
    const tasks = createTasks({
      // Stands for a chunk of the program: neither is there when the tasks of the account are made.
      get session() {
        if (isLost) throw new Error('gone');
        return createFakeSession();
      },
      signInChanged: () => {},
    });
    await expect(tasks['sign-in/cancel'](undefined)).rejects.toThrow('gone');
    isLost = false;
    expect(await tasks['sign-in/cancel'](undefined)).toBeNull();
  });
});
