/**
 * What part of a limit is used, above 0 and at most 1. It follows refusals, as in AIMD (additive increase,
 * multiplicative decrease): others may use the same app, and then less of its limit is left to us.
 */
export interface AdaptiveShare {
  readonly now: number;
  /** Up to where it grows again. */
  readonly ceiling: number;
}

/** Two refusals nearly halve it, as it has to be where another uses the same app as much. */
const afterRefusal = 0.75;
/** A little below where it was refused: there it would be refused again. */
const ceilingAfterRefusal = 0.95;
/** Even where everything is refused, it is tried now and then whether that has an end. */
const least = 0.05;
/** A cut is made up for in about seven windows. */
const growth = 0.03;
/** Whoever else used the app may have gone: all of it is tried again, but twenty-five windows after a refusal. */
const ceilingGrowth = 0.002;

/** The share once the server has refused. */
export function cutShare({ now }: AdaptiveShare): AdaptiveShare {
  return {
    now: Math.max(least, now * afterRefusal),
    ceiling: Math.max(least, now * ceilingAfterRefusal),
  };
}

/** The share once so many windows have passed without a refusal; never more than `full`. */
export function growShare(share: AdaptiveShare, windows: number, full: number): AdaptiveShare {
  const ceiling = Math.min(full, share.ceiling + windows * ceilingGrowth);
  return { now: Math.min(ceiling, share.now + windows * growth), ceiling };
}
