import * as v from 'valibot';
import { brandSchema } from '../brand';
import { errorDataSchema } from '../error-data';
import { boardRecipeSchema } from '../board-recipe';
import { jobOutputSchema } from '../job-output';
import { type JobDocument, type JobItem, type JobRecord, jobStates } from './job';

/** The records of jobs, which another version or a broken disk may have written. */

const text = v.string();
const number = v.number();
const optionalText = v.optional(text);
const optionalNumber = v.optional(number);

const error = v.optional(errorDataSchema);

const file = v.object({ url: text, downloadId: optionalNumber, name: optionalText });

export const jobItemSchema: v.GenericSchema<unknown, JobItem> = v.object({
  board: v.object({
    blockId: text,
    whiteboardId: optionalText,
    caption: optionalText,
    heading: optionalText,
    inCopy: optionalText,
    number,
    mounted: v.boolean(),
  }),
  name: text,
  document: optionalNumber,
  state: v.picklist(['waiting', 'fetching', 'stored', 'saved', 'failed']),
  tries: optionalNumber,
  imageKey: optionalText,
  bytes: optionalNumber,
  stoodIn: v.optional(v.object({ fetchedAt: number, because: errorDataSchema })),
  file: v.optional(file),
  error,
});

export const jobDocumentSchema: v.GenericSchema<unknown, JobDocument> = v.object({
  nodeToken: text,
  documentId: text,
  title: text,
  state: v.picklist(['waiting', 'listed', 'failed']),
  error,
});

export const jobRecordSchema: v.GenericSchema<unknown, JobRecord> = v.object({
  id: text,
  createdAt: number,
  state: v.picklist(jobStates),
  output: jobOutputSchema,
  recipe: v.optional(boardRecipeSchema),
  isSingle: v.optional(v.boolean()),
  isFresh: v.optional(v.boolean()),
  brand: brandSchema,
  documentTitle: text,
  pageUrl: text,
  wikiNode: optionalText,
  counted: optionalNumber,
  isAccepted: v.optional(v.boolean()),
  mayAsk: v.optional(v.boolean()),
  files: v.array(file),
  notes: v.optional(v.record(text, number)),
  counts: v.optional(
    v.object({ total: number, decided: number, saved: number, failed: number, older: number, bytes: number }),
  ),
  error,
});
