import * as v from 'valibot';

/** The claim of RFC 7519 that we look at: seconds since the epoch. */
const claims = v.object({ exp: v.pipe(v.number(), v.minValue(1_500_000_000), v.maxValue(10_000_000_000)) });

/** Until when a token says that it is good, in ms since the epoch; undefined where it does not say. It is not verified. */
export function tokenExpiry(token: string): number | undefined {
  const payload = /^eyJ[\w-]*\.([\w-]+)\./.exec(token)?.[1];
  if (payload === undefined) return undefined;
  try {
    const parsed = v.safeParse(claims, JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))));
    return parsed.success ? parsed.output.exp * 1000 : undefined;
  } catch {
    return undefined;
  }
}
