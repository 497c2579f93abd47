import type { DocumentAddress, PageModel } from '../boards/board';
import { parseDocumentAddress } from '../boards/page-url';
import { parsePageModel } from '../boards/parse-page-model';

/**
 * What a page's own model says, checked; undefined where it says nothing, or is not that of the document at the
 * address, as far as that can be told without the Open API: on a wiki page, by the page's address alone.
 * Errors: those of an address that is none.
 */
export function modelFor(address: DocumentAddress, read: unknown): PageModel | undefined {
  const model = parsePageModel(read);
  if (!model || (address.kind === 'docx' && model.documentId !== address.token)) return undefined;
  return isSameAddress(
    parseDocumentAddress(model.url, () => address.brand),
    address,
  )
    ? model
    : undefined;
}

/** Whether two addresses lead to the same document: a wiki node and the document in it count as two. */
export function isSameAddress(one: DocumentAddress, other: DocumentAddress): boolean {
  return one.brand === other.brand && one.kind === other.kind && one.token === other.token;
}
