import { handleTrusted } from '../../components/messaging/handle';
import type { TaskRequests } from '../../components/messaging/task-requests';
import { sendToBackground } from '../../components/messaging/send';
import { createTasks } from '../../components/tasks/create-tasks';

// The lock tells a background that has started anew what goes on here: it must not close this page meanwhile.
handleTrusted<TaskRequests>(
  'offscreen',
  createTasks({
    session: {
      get: async (key) => (await sendToBackground('session/get', { key })) ?? undefined,
      set: async (key, value) => void (await sendToBackground('session/set', { key, value })),
    },
    // A background that is gone reads what is on disk when it starts.
    signInChanged: () => void sendToBackground('sign-in/changed').catch(() => undefined),
  }),
  (task) => navigator.locks.request('task', { mode: 'shared' }, task),
);
