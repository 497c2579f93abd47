import { mayReadDocument } from '../access';
import { inDocumentOrder } from '../blocks';
import { toDocxBlock } from '../docx-block';
import type { Block, Document } from '../entities';
import { cutPage, readPageSize } from '../page-tokens';
import { failure, success, type Reply } from '../reply';
import type { ApiRequest, ApiRoute } from '../router';
import type { Store } from '../store';

/** Over this limit docx answers 400 and not 429. */
const gate = {
  method: 'GET',
  access: 'scope',
  scopes: ['docx:document', 'docx:document:readonly'],
  limit: { count: 5, windowMs: 1000, status: 400 },
} as const;

/** Public documents: docx-v1/document/get, docx-v1/document-block/list, docx-v1/document-block-children/get. */
export const docxRoutes: ApiRoute[] = [
  {
    ...gate,
    path: '/open-apis/docx/v1/documents/:document_id',
    answer: (request, { store }) =>
      withDocument(request, store, (document) =>
        success({
          document: { document_id: document.id, revision_id: document.blocks.length, title: document.title },
        }),
      ),
  },
  {
    ...gate,
    path: '/open-apis/docx/v1/documents/:document_id/blocks',
    answer: (request, { store }) =>
      withDocument(request, store, (document) =>
        page(document, document.blocks, request, `blocks of ${document.id}`),
      ),
  },
  {
    ...gate,
    path: '/open-apis/docx/v1/documents/:document_id/blocks/:block_id/children',
    answer: (request, { store }) =>
      withDocument(request, store, (document) => {
        const block = document.blocks.find((candidate) => candidate.blockId === request.params.block_id);
        if (!block) return missing;
        const deep = request.query.get('with_descendants') === 'true';
        const below = deep ? inDocumentOrder(block).slice(1) : block.children;
        return page(document, below, request, `children of ${block.blockId} ${deep}`);
      }),
  },
];

const invalidParameter = failure(400, 1770001, 'invalid param');
const missing = failure(404, 1770002, 'not found');

function withDocument(
  { params, brand, token }: ApiRequest,
  store: Store,
  answer: (document: Document) => Reply,
): Reply {
  const id = params.document_id ?? '';
  // The length is documented, and that a bad parameter gets this code; the characters are not.
  if (!/^[A-Za-z0-9]{27}$/.test(id)) return invalidParameter;
  const document = store.document(id);
  if (!document || document.tenant.brand !== brand) return missing;
  if (document.deleted) return failure(400, 1770003, 'resource deleted');
  if (!token || !mayReadDocument(document, token)) return failure(403, 1770032, 'forbidden');
  return answer(document);
}

/** A size beyond 500 is documented as not allowed; which code it gets is not confirmed. */
function page(document: Document, blocks: readonly Block[], { query }: ApiRequest, subject: string): Reply {
  const size = readPageSize(query, 500, 500);
  if (size === undefined) return invalidParameter;
  const cut = cutPage(blocks, subject, { size, token: query.get('page_token') });
  if (!cut) return failure(400, 1770022, 'invalid page token');
  return success({ ...cut, items: cut.items.map((block) => toDocxBlock(block, document)) });
}
