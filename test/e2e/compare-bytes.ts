import sharp from 'sharp';

/** Whether both are the same bytes. (`toEqual` on pictures would take minutes to print the difference.) */
export function isSame(one: Buffer, other: Buffer | undefined): boolean {
  return other !== undefined && one.equals(other);
}

/** How many values of how many pixels differ between two pictures, whatever their formats. */
export async function differingPixels(one: Buffer, other: Buffer | undefined): Promise<number> {
  const [a, b] = await Promise.all([one, other].map((bytes) => sharp(bytes).ensureAlpha().raw().toBuffer()));
  if (!a || !b || a.length !== b.length) return Infinity;
  let differing = 0;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) differing++;
  return differing;
}
