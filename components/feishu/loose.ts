import * as v from 'valibot';

/** A value that may be missing, null or (in a future version of the API) of another shape: all read as missing. */
export function loose<const S extends v.GenericSchema>(schema: S) {
  return v.fallback(v.optional(schema), undefined);
}
