import type { Outbox } from '../../components/image-store/outbox';
import { createObjectUrls, type ObjectUrls } from '../../components/saving/object-urls';
import type { TaskRunner } from './task-runner';

/** Object URLs made by a task; the place where it runs is held for as long as one of them is in use. */
export function createTaskObjectUrls(tasks: TaskRunner, outbox: Outbox): ObjectUrls {
  const releases = new Map<string, () => void>();
  const open = async (ask: () => Promise<{ url: string }>): Promise<string> => {
    const release = await tasks.hold();
    try {
      const { url } = await ask();
      releases.set(url, release);
      return url;
    } catch (thrown) {
      release();
      throw thrown;
    }
  };
  return createObjectUrls({
    outbox,
    open: (outboxId) => open(() => tasks.run('offscreen/object-url', { outboxId })),
    openArchive: (files) => open(() => tasks.run('offscreen/archive-url', { files: [...files] })),
    async close(url) {
      await tasks.run('offscreen/revoke-url', { url });
      releases.get(url)?.();
      releases.delete(url);
    },
  });
}
