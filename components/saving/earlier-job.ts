import * as v from 'valibot';
import type { Job } from './job';
import { jobItemSchema, jobRecordSchema } from './job-schema';

/** The boards lay in the record itself, and what was written was known by its name only. */
const earlierSchema = v.object({
  items: v.array(jobItemSchema),
  fileNames: v.array(v.string()),
  state: v.string(),
});

/**
 * A job as version 0.1.0 kept it, as it is kept now; undefined where it is none. A file that was being written is
 * written again: the browser gives up what an extension writes while it is updated.
 */
export function jobOfEarlierVersion(record: unknown): Job | undefined {
  const earlier = v.safeParse(earlierSchema, record);
  if (!earlier.success) return undefined;
  const { items, fileNames, state } = earlier.output;
  // The rest of it is as it is now.
  const renewed = Object.assign({}, record, {
    state: state === 'saving' ? 'running' : state,
    files: fileNames.map((name) => ({ url: '', name })),
  });
  const { success, output } = v.safeParse(jobRecordSchema, renewed);
  return success ? { ...output, items, documents: [] } : undefined;
}
