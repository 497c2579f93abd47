import * as v from 'valibot';
import { brandOfHost } from '../../boards/page-url';
import { companySchema, type Company } from '../../settings/company';

/** What is typed into the form. */
export type CompanyFields = Record<'name' | 'documents' | 'open' | 'accounts', string>;

/**
 * The company that the fields name; undefined where one is no host name, or one of Feishu's or Lark's own. Without a
 * name it has that of its first host. What is pasted from an address bar is taken for its host.
 */
export function companyOf({ name, documents, open, accounts }: CompanyFields): Company | undefined {
  const hosts = documents.split(/[\s,;，；、]+/).flatMap((text) => hostIn(text) || []);
  const parsed = v.safeParse(companySchema, {
    name: name.trim() || hosts[0],
    documents: [...new Set(hosts)],
    open: hostIn(open),
    accounts: hostIn(accounts),
  });
  if (!parsed.success) return undefined;
  const all = [...parsed.output.documents, parsed.output.open, parsed.output.accounts];
  // `open.feishu.cn` serves no documents, but its neighbours do.
  const isOurs = (host: string): boolean => brandOfHost(host.replace(/^(open|accounts)\./, '')) !== undefined;
  return all.some(isOurs) ? undefined : parsed.output;
}

function hostIn(text: string): string {
  return text
    .trim()
    .replace(/^https:\/\//i, '')
    .replace(/\/.*$/, '')
    .toLowerCase();
}
