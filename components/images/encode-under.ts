export interface ByteLimit {
  /** Above 0, up to 1: tried first, and never exceeded. */
  quality: number;
  /** Nothing worse than this is tried. */
  worstQuality: number;
  maxBytes: number;
}

/** Between the best and the worst quality so many are tried: the best that fits is found to within two per cent. */
const searchSteps = 5;

/**
 * The best encoding that is no larger than `maxBytes`, by halving the range of qualities.
 *
 * @param encode makes the file at a quality
 * @returns the worst one where none is small enough
 */
export async function encodeUnder(
  encode: (quality: number) => Promise<Blob>,
  { quality, worstQuality, maxBytes }: ByteLimit,
): Promise<Blob> {
  const best = await encode(quality);
  if (best.size <= maxBytes || quality <= worstQuality) return best;
  let fitting = await encode(worstQuality);
  if (fitting.size > maxBytes) return fitting;
  let good = worstQuality;
  let bad = quality;
  for (let step = 0; step < searchSteps; step += 1) {
    const middle = (good + bad) / 2;
    const tried = await encode(middle);
    if (tried.size <= maxBytes) [fitting, good] = [tried, middle];
    else bad = middle;
  }
  return fitting;
}
