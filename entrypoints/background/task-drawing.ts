import { AppError } from '../../components/errors';
import type { Outbox } from '../../components/image-store/outbox';
import type { TaskRunner } from './task-runner';

/** Draws an SVG as PNG where there is a DOM: a service worker has no `Image`. Fails as `drawSvg` does. */
export function createTaskDrawing(tasks: TaskRunner, outbox: Outbox): (svg: Blob) => Promise<Blob> {
  return async (svg) => {
    const waiting: string[] = [];
    try {
      waiting.push(await outbox.put(svg));
      const { outboxId } = await tasks.run('offscreen/draw-svg', { outboxId: waiting[0] ?? '' });
      waiting.push(outboxId);
      const png = await outbox.get(outboxId);
      if (!png) throw new AppError('storage-failed');
      return png;
    } finally {
      await Promise.all(waiting.map((id) => outbox.remove(id)));
    }
  };
}
