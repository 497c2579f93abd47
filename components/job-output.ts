import * as v from 'valibot';
import type { JobOutput } from './saving/job';

/** How a bulk save is to end up on disk, as a message, a setting or a record says it. */
export const jobOutputSchema: v.GenericSchema<unknown, JobOutput> = v.picklist(['zip', 'files', 'deck']);
