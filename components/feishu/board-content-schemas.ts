import * as v from 'valibot';
import { loose } from './loose';

/** Replies about what is on a board, as far as this product uses them; see `schemas.ts`. */

/** https://github.com/larksuite/cli */
export const boardExport = v.pipe(
  v.object({ content: v.string() }),
  v.transform(({ content }) => content),
);

const writing = v.object({ text: loose(v.string()) });

const node = v.object({
  id: loose(v.string()),
  type: loose(v.string()),
  x: loose(v.number()),
  y: loose(v.number()),
  text: loose(writing),
  section: loose(v.object({ title: loose(v.string()) })),
  connector: loose(v.object({ captions: loose(v.object({ data: loose(v.array(writing)) })) })),
  /** 1 is PlantUML, 2 Mermaid. */
  syntax: loose(v.object({ code: v.string(), syntax_type: v.number() })),
});

/** Something on a board, under the API's own names. */
export type BoardNode = v.InferOutput<typeof node>;

/** An empty board has no list, or null. */
export const boardNodes = v.pipe(
  v.object({ nodes: v.nullish(v.array(node), []) }),
  v.transform(({ nodes }) => nodes),
);
