import { sticky } from './items';
import type { Scene } from './scene';

const SIZE = 150;

/** The board after its nth change: a note in the upper right corner says which. */
export function withVariant(scene: Scene, variant: number): Scene {
  if (variant <= 0) return scene;
  const hue = (['pink', 'teal', 'orange', 'purple'] as const)[(variant - 1) % 4] ?? 'pink';
  const note = sticky(
    `variant-${variant}`,
    [scene.width - SIZE - 24, 18, SIZE, SIZE],
    `v${variant + 1}\n已更新 Updated`,
    hue,
    { author: '林晓 Lin Xiao', tilt: 3, size: 22 },
  );
  return { ...scene, items: [...scene.items, note] };
}
