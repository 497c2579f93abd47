import * as v from 'valibot';

const count = v.pipe(v.number(), v.minValue(0), v.maxValue(1e9), v.transform(Math.round));
const word = v.pipe(v.string(), v.maxLength(100));
const pair = v.custom<[string, number]>(
  (it) => Array.isArray(it) && it.length === 2 && v.is(word, it[0]) && v.is(count, it[1]),
);
const counts = v.pipe(v.array(pair), v.maxLength(100));
const flag = v.fallback(v.boolean(), false);

const markup = v.object({
  readyState: v.picklist(['loading', 'interactive', 'complete']),
  isHidden: flag,
  matches: counts,
  kinds: counts,
});
const model = v.object({
  shape: v.picklist(['today', 'older', 'unknown', 'none']),
  keys: v.pipe(v.array(word), v.maxLength(40)),
  documentId: word,
  counts,
  kinds: counts,
  deepest: count,
  isCut: flag,
  ms: count,
});
const probe = v.object({
  markup: v.fallback(v.optional(markup), undefined),
  model: v.fallback(v.optional(model), undefined),
});

/** What a page answered when it was probed. Words in it are the page's, and still to be redacted. */
export type PageProbe = v.InferOutput<typeof probe>;

/** The answer of a page that was probed, checked: a part that is not as it should be is left out. */
export function parseProbe(answer: unknown): PageProbe {
  const parsed = v.safeParse(probe, answer);
  return parsed.success ? parsed.output : {};
}
