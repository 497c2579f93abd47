import { mayReadNode, mayReadSpace } from '../access';
import type { WikiNode } from '../entities';
import { cutPage, readPageSize } from '../page-tokens';
import { failure, success, type Reply } from '../reply';
import type { ApiRequest, ApiRoute } from '../router';
import type { Store } from '../store';

const limit = { count: 100, windowMs: 60_000 };

/** Public documents: wiki-v2/space/get_node and wiki-v2/space-node/list. Errors are HTTP 400. */
export const wikiRoutes: ApiRoute[] = [
  {
    method: 'GET',
    path: '/open-apis/wiki/v2/spaces/get_node',
    access: 'scope',
    scopes: ['wiki:wiki', 'wiki:wiki:readonly', 'wiki:node:read'],
    limit,
    answer(request, { store }) {
      const token = request.query.get('token');
      if (!token) return invalidParameter;
      const node = findNode(token, request.query.get('obj_type') ?? 'wiki', store);
      if (!node || node.space.tenant.brand !== request.brand) return missing;
      if (!request.token || !mayReadNode(node, request.token)) return denied;
      return success({ node: toWikiNode(node, store) });
    },
  },
  {
    method: 'GET',
    path: '/open-apis/wiki/v2/spaces/:space_id/nodes',
    access: 'scope',
    scopes: ['wiki:wiki', 'wiki:wiki:readonly', 'wiki:node:retrieve'],
    limit,
    answer: (request, { store }) => listNodes(request, store),
  },
];

const invalidParameter = failure(400, 131002, 'param err');
const missing = failure(400, 131005, 'not found');
const denied = failure(400, 131006, 'permission denied');

/** With another `obj_type` than `wiki` the token is that of the thing which the node shows. */
function findNode(token: string, objType: string, store: Store): WikiNode | undefined {
  if (objType === 'wiki') return store.wikiNode(token);
  const node = store.wikiNodeOf(token);
  return node?.objType === objType ? node : undefined;
}

/**
 * One page of a node's direct children, or of the space's top level. The page is cut first and then what the
 * reader may not see is left out: so it can come back empty although there is more, as the document warns.
 */
function listNodes({ params, query, brand, token }: ApiRequest, store: Store): Reply {
  const space = store.wikiSpace(params.space_id ?? '');
  if (!space || space.tenant.brand !== brand) return missing;
  const parentToken = query.get('parent_node_token');
  const parent = parentToken ? store.wikiNode(parentToken) : undefined;
  if (parentToken && parent?.space !== space) return missing;
  if (!token || !(parent ? mayReadNode(parent, token) : mayReadSpace(space, token))) return denied;
  // A bad size and a bad page token are documented as "param err" in general; neither is confirmed.
  const size = readPageSize(query, 50, 50);
  const children = parent ? parent.children : space.nodes;
  const subject = `nodes of ${space.id} ${parentToken ?? ''}`;
  const cut = size && cutPage(children, subject, { size, token: query.get('page_token') });
  if (!cut) return invalidParameter;
  const visible = cut.items.filter((node) => mayReadNode(node, token));
  return success({ ...cut, items: visible.map((node) => toWikiNode(node, store)) });
}

/** Times are those of no event: the same for all nodes, in seconds, as strings. */
function toWikiNode(node: WikiNode, store: Store): object {
  const origin = node.shortcutTo === undefined ? node : store.wikiNode(node.shortcutTo);
  return {
    space_id: node.space.id,
    node_token: node.token,
    obj_token: node.objToken,
    obj_type: node.objType,
    parent_node_token: node.parent?.token ?? '',
    node_type: node.shortcutTo === undefined ? 'origin' : 'shortcut',
    origin_node_token: origin?.token ?? '',
    origin_space_id: origin?.space.id ?? '',
    has_child: node.children.length > 0,
    title: node.title,
    obj_create_time: '1760000000',
    obj_edit_time: '1762000000',
    node_create_time: '1760000000',
  };
}
