import { AppError } from '../errors';
import type { ImageStore } from '../image-store/image-store';
import type { Pictures } from '../images/browser-pictures';
import { measureImage } from '../images/measure';
import type { Tasks } from './create-tasks';

/** The task that looks at pictures. */
export type CheckTasks = Pick<Tasks, 'picture/check'>;

export function createCheckTasks(images: ImageStore, { check }: Pictures): CheckTasks {
  return {
    async 'picture/check'({ imageKey }) {
      const found = await images.get(imageKey);
      if (!found) throw new AppError('storage-failed');
      const { blob, image } = found;
      const { width, height } = image;
      const measured =
        width > 0 ? undefined : measureImage(new Uint8Array(await blob.arrayBuffer()), image.type);
      const faults = await check(blob);
      return { faults, ...(measured ?? { width, height }) };
    },
  };
}
