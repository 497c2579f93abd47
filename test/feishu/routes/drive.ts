import * as v from 'valibot';
import { mayReadDocument, mayReadNode } from '../access';
import type { Document, Token, WikiNode } from '../entities';
import { failure, success } from '../reply';
import type { ApiRoute } from '../router';
import type { Store } from '../store';

const bodySchema = v.object({
  request_docs: v.pipe(
    v.array(v.object({ doc_token: v.string(), doc_type: v.string() })),
    v.minLength(1),
    v.maxLength(200),
  ),
  with_url: v.optional(v.boolean()),
});

type Wanted = v.InferOutput<typeof bodySchema>['request_docs'][number];

/** Codes within `failed_list`; what else than these two a type may get is not confirmed. */
const unreadable = 970003;
const missing = 970005;

/** Public document: "Obtain metadata" (drive-v1/meta/batch_query). Each document fails by itself. */
export const driveRoutes: ApiRoute[] = [
  {
    method: 'POST',
    path: '/open-apis/drive/v1/metas/batch_query',
    access: 'scope',
    scopes: ['drive:drive.metadata:readonly', 'drive:drive:readonly', 'drive:drive'],
    answer({ body, token }, { store }) {
      const parsed = v.safeParse(bodySchema, body);
      if (!parsed.success || !token) return failure(400, 99992402, 'field validation failed');
      const { request_docs: wanted, with_url: withUrl = false } = parsed.output;
      const found = wanted.map((one) => describe(one, token, withUrl, store));
      return success({
        metas: found.flatMap(({ meta }) => meta ?? []),
        failed_list: found.flatMap(({ failed }) => failed ?? []),
      });
    },
  },
];

interface Described {
  meta?: object;
  failed?: { token: string; code: number };
}

function describe(wanted: Wanted, token: Token, withUrl: boolean, store: Store): Described {
  const { doc_token: id, doc_type: type } = wanted;
  const fail = (code: number): Described => ({ failed: { token: id, code } });
  const node = type === 'wiki' ? store.wikiNode(id) : undefined;
  const document = store.document(node?.objToken ?? (type === 'docx' ? id : ''));
  if (!document || document.deleted || document.tenant.brand !== token.app.tenant.brand) return fail(missing);
  const mayRead = mayReadDocument(document, token) && (!node || mayReadNode(node, token));
  return mayRead ? { meta: toMeta(wanted, document, node, withUrl) } : fail(unreadable);
}

/** Times are seconds, as text. */
function toMeta(wanted: Wanted, document: Document, node: WikiNode | undefined, withUrl: boolean): object {
  const host = document.tenant.hosts[0] ?? '';
  return {
    ...wanted,
    title: node?.title ?? document.title,
    latest_modify_time: String(Math.floor(document.modifiedAt / 1000)),
    ...(withUrl && { url: `https://${host}/${node ? 'wiki' : 'docx'}/${wanted.doc_token}` }),
  };
}
