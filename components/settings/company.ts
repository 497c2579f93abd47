import * as v from 'valibot';

/** Lower case, at least two names, the last one beginning with a letter: no single name, no address, no port. */
const hostName = v.pipe(
  v.string(),
  v.regex(/^(?=.{4,253}$)([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/),
);

/** A company's own deployment, as the user or the administrator names it. */
export const companySchema = v.object({
  name: v.pipe(
    v.string(),
    v.transform((name) => name.trim()),
    v.minLength(1),
    v.maxLength(60),
  ),
  /** Hosts whose documents it has, each with the names below it. */
  documents: v.pipe(v.array(hostName), v.minLength(1), v.maxLength(10)),
  /** Host of the Open API. */
  open: hostName,
  /** Host where people sign in. */
  accounts: hostName,
});

export type Company = v.InferOutput<typeof companySchema>;

/** The pages of a company's documents, as match patterns. */
export function companyPages(company: Company | null): string[] {
  return (company?.documents ?? []).map((host) => `https://*.${host}/*`);
}

/** All hosts of a company that the extension reads, as match patterns. */
export function companyOrigins(company: Company | null): string[] {
  if (!company) return [];
  return [...companyPages(company), `https://${company.open}/*`, `https://${company.accounts}/*`];
}
