/** How we know that the real Feishu behaves so. */
export type Evidence =
  /** The official document says it. */
  | 'documented'
  /** The official SDK or command-line tool reads or writes it so. */
  | 'SDK source'
  /** Somebody's log of a real call shows it. */
  | 'public log'
  /** A choice of ours where nothing public decides: clients should bear the other way too. */
  | 'not confirmed';

export interface Coverage {
  behaviour: string;
  /** `METHOD /path` of the route, where it belongs to one. */
  route?: string;
  /** The public page it follows. */
  follows: string;
  evidence: Evidence;
  /** Title of the proof in `proof/` that shows it. */
  proof: string;
}

const site = 'https://open.feishu.cn/document';
const pages = {
  image: `${site}/docs/board-v1/whiteboard/download_as_image`,
  document: `${site}/server-docs/docs/docs/docx-v1/document/get`,
  blocks: `${site}/server-docs/docs/docs/docx-v1/document/list`,
  children: `${site}/server-docs/docs/docs/docx-v1/document-block/get-2`,
  node: `${site}/server-docs/docs/wiki-v2/space-node/get_node`,
  nodes: `${site}/server-docs/docs/wiki-v2/space-node/list`,
  user: `${site}/server-docs/authentication-management/login-state-management/get`,
  tenantToken: `${site}/server-docs/authentication-management/access-token/tenant_access_token_internal`,
  token: `${site}/authentication-management/access-token/get-user-access-token`,
  refresh: `${site}/authentication-management/access-token/refresh-user-access-token`,
  authorize: `${site}/common-capabilities/sso/api/obtain-oauth-code`,
  metas: `${site}/server-docs/docs/drive-v1/file/batch_query`,
  errors: `${site}/server-docs/api-call-guide/generic-error-code`,
  limits: `${site}/server-docs/api-call-guide/frequency-control`,
  sdk: 'https://github.com/larksuite/node-sdk',
  cli: 'https://github.com/larksuite/cli',
  cliScopes: 'https://github.com/larksuite/cli/issues/746',
  cliBadScopes: 'https://github.com/larksuite/cli/issues/416',
  cliNoPage: 'https://github.com/larksuite/cli/issues/1004',
  launcher: 'https://github.com/openonion/connectonion/issues/1537',
  pendingLog: 'https://github.com/NousResearch/hermes-agent/issues/100048',
  oauth: 'https://datatracker.ietf.org/doc/html/rfc6749',
  deviceFlow: 'https://datatracker.ietf.org/doc/html/rfc8628',
  revocation: 'https://datatracker.ietf.org/doc/html/rfc7009',
  cliJpeg: 'https://github.com/larksuite/cli/issues/1935',
} as const;

const routes = {
  image: 'GET /open-apis/board/v1/whiteboards/:whiteboard_id/download_as_image',
  document: 'GET /open-apis/docx/v1/documents/:document_id',
  blocks: 'GET /open-apis/docx/v1/documents/:document_id/blocks',
  children: 'GET /open-apis/docx/v1/documents/:document_id/blocks/:block_id/children',
  node: 'GET /open-apis/wiki/v2/spaces/get_node',
  nodes: 'GET /open-apis/wiki/v2/spaces/:space_id/nodes',
  user: 'GET /open-apis/authen/v1/user_info',
  tenantToken: 'POST /open-apis/auth/v3/tenant_access_token/internal',
  historicToken: 'POST /open-apis/authen/v2/oauth/token',
  token: 'POST /oauth/v3/token',
  revoke: 'POST /oauth/v1/revoke',
} as const;

/** What the embedded server does as Feishu does, why we think so, and where it is shown. */
export const coverage: readonly Coverage[] = [
  {
    behaviour: 'The picture comes as bytes, and Content-Type names one of four formats',
    route: routes.image,
    follows: pages.image,
    evidence: 'documented',
    proof: 'downloads the picture of a board: %s',
  },
  {
    behaviour: 'JPEG bytes can come under image/png',
    route: routes.image,
    follows: pages.cliJpeg,
    evidence: 'public log',
    proof: 'downloads the picture of a board: %s',
  },
  {
    behaviour: '2890003 for no board, no picture, deleted; 2890005 for other readers',
    route: routes.image,
    follows: pages.image,
    evidence: 'documented',
    proof: 'is refused with the documented code: %s',
  },
  {
    behaviour: 'What sets 2890001 (a length that no id has) apart from 2890002 (other characters)',
    route: routes.image,
    follows: pages.image,
    evidence: 'not confirmed',
    proof: 'is refused with the documented code: %s',
  },
  {
    behaviour: '2890004, 2890006 and 2891001 come by a fault on demand only',
    route: routes.image,
    follows: pages.image,
    evidence: 'documented',
    proof: 'plays the board codes that nothing else brings about',
  },
  {
    behaviour: 'A board is as readable as the document that holds it',
    route: routes.image,
    follows: pages.image,
    evidence: 'not confirmed',
    proof: 'is as readable as the documents that hold it',
  },
  {
    behaviour: 'A picture changes when the board does, at once',
    route: routes.image,
    follows: pages.image,
    evidence: 'not confirmed',
    proof: 'gives the same bytes until somebody draws on it',
  },
  {
    behaviour: 'Title of a document',
    route: routes.document,
    follows: pages.document,
    evidence: 'documented',
    proof: 'reads the title of a document',
  },
  {
    behaviour: '1770002, 1770003 and 1770032',
    route: routes.document,
    follows: pages.document,
    evidence: 'documented',
    proof: 'is refused with the documented code if it %s',
  },
  {
    behaviour: 'Blocks come flat, in document order, the page block first; a board has a token and no title',
    route: routes.blocks,
    follows: pages.blocks,
    evidence: 'documented',
    proof: 'lists blocks in document order with boards among them',
  },
  {
    behaviour: 'Pages of 500 at most, page tokens, has_more',
    route: routes.blocks,
    follows: pages.blocks,
    evidence: 'documented',
    proof: 'iterates over all pages of a long document',
  },
  {
    behaviour: 'A page size beyond 500 gets 1770001',
    route: routes.blocks,
    follows: pages.blocks,
    evidence: 'not confirmed',
    proof: 'hands out 500 blocks at most and a page token only where there is more',
  },
  {
    behaviour: '1770022 for a page token that is not of this list',
    route: routes.blocks,
    follows: pages.blocks,
    evidence: 'documented',
    proof: 'refuses a page token that it did not give',
  },
  {
    behaviour: 'An empty text block may lack its elements',
    route: routes.blocks,
    follows: pages.sdk,
    evidence: 'SDK source',
    proof: 'lists blocks in document order with boards among them',
  },
  {
    behaviour: 'Children, or all descendants in pre-order, of one block; how a synced block is read',
    route: routes.children,
    follows: pages.children,
    evidence: 'documented',
    proof: 'reads a synced block through the document that owns it',
  },
  {
    behaviour: 'Descendants come in pages too',
    route: routes.children,
    follows: pages.children,
    evidence: 'documented',
    proof: 'pages through what lies below a block',
  },
  {
    behaviour: 'A wiki token leads to a document',
    route: routes.node,
    follows: pages.node,
    evidence: 'documented',
    proof: 'resolves a wiki node to its document',
  },
  {
    behaviour: 'A shortcut shows the document of its origin',
    route: routes.node,
    follows: pages.node,
    evidence: 'documented',
    proof: 'shows a shortcut as what it points at',
  },
  {
    behaviour: 'Wiki errors are HTTP 400 with 131002, 131005, 131006',
    route: routes.node,
    follows: pages.node,
    evidence: 'documented',
    proof: 'answers HTTP 400 and its own code to %s',
  },
  {
    behaviour: 'A page of nodes can be empty although there is more',
    route: routes.nodes,
    follows: pages.nodes,
    evidence: 'documented',
    proof: 'can send an empty page although there is more',
  },
  {
    behaviour: 'A page size beyond 50 and a foreign page token get 131002',
    route: routes.nodes,
    follows: pages.nodes,
    evidence: 'not confirmed',
    proof: 'answers HTTP 400 and its own code to %s',
  },
  {
    behaviour: 'Name and open_id of the user',
    route: routes.user,
    follows: pages.user,
    evidence: 'documented',
    proof: 'says who the user is',
  },
  {
    behaviour: 'A token error of its own, 20005 with HTTP 200',
    route: routes.user,
    follows: pages.user,
    evidence: 'documented',
    proof: 'answers its own token error with HTTP 200',
  },
  {
    behaviour: 'An expired token is stopped by the gateway before user_info sees it',
    route: routes.user,
    follows: pages.errors,
    evidence: 'not confirmed',
    proof: 'leaves missing and expired tokens to the gateway',
  },
  {
    behaviour: 'The same tenant token until less than 30 minutes are left',
    route: routes.tenantToken,
    follows: pages.tenantToken,
    evidence: 'documented',
    proof: 'gives the same token again until less than 30 minutes are left',
  },
  {
    behaviour: 'Failure is HTTP 200 with 10003, 10014 or 10015',
    route: routes.tenantToken,
    follows: pages.tenantToken,
    evidence: 'documented',
    proof: 'fails with HTTP 200 and a code',
  },
  {
    behaviour: 'No Authorization, or one without Bearer: 400 and 99991661',
    follows: pages.errors,
    evidence: 'public log',
    proof: 'wants a bearer token',
  },
  {
    behaviour: 'Unknown tokens: 400 with 99991663 (t-…) or 99991668',
    follows: pages.errors,
    evidence: 'public log',
    proof: 'tells an unknown tenant token from an unknown user token',
  },
  {
    behaviour: 'An expired user token: 401 and 99991677',
    follows: pages.errors,
    evidence: 'public log',
    proof: 'answers 401 to an expired user token',
  },
  {
    behaviour: 'The app lacks a scope: 400, 99991672, permission_violations and helps',
    follows: pages.errors,
    evidence: 'public log',
    proof: 'names the scope that the app lacks and where to apply for it',
  },
  {
    behaviour: 'The user did not grant a scope: 99991679 (its HTTP status 400 is our guess)',
    follows: pages.errors,
    evidence: 'not confirmed',
    proof: 'names the scope that the user did not grant',
  },
  {
    behaviour: 'An app that is switched off: 99991662 (its HTTP status 400 is our guess)',
    follows: pages.errors,
    evidence: 'not confirmed',
    proof: 'refuses the tokens of an app that is switched off',
  },
  {
    behaviour: 'X-Tt-Logid on every reply, error.log_id in errors',
    follows: pages.errors,
    evidence: 'public log',
    proof: 'gives every reply a log id and repeats it in errors',
  },
  {
    behaviour: 'Unknown path or method: 404 in plain text',
    follows: pages.errors,
    evidence: 'public log',
    proof: 'answers 404 in plain text to an unknown path or method',
  },
  {
    behaviour: '50 pictures a second, then 429, 99991400 and the seconds to wait',
    follows: pages.limits,
    evidence: 'documented',
    proof: 'lets 50 pictures a second through and says when to come again',
  },
  {
    behaviour: '5 docx calls a second, then HTTP 400; counted for each app, tenant and API',
    follows: pages.limits,
    evidence: 'documented',
    proof: 'answers 400 to the sixth call of a docx API in a second, counted for each app and each API',
  },
  {
    behaviour: '100 wiki calls a minute',
    follows: pages.limits,
    evidence: 'documented',
    proof: 'lets 100 wiki calls a minute through',
  },
  {
    behaviour: 'Windows of a rate limit are fixed and begin with their first call',
    follows: pages.limits,
    evidence: 'not confirmed',
    proof: 'lets 100 wiki calls a minute through',
  },
  {
    behaviour: 'Feishu and Lark know nothing of each other',
    follows: pages.sdk,
    evidence: 'SDK source',
    proof: 'knows nothing of the other brand',
  },
  {
    behaviour: 'No CORS headers for an extension (which has host permissions)',
    follows: pages.errors,
    evidence: 'not confirmed',
    proof: 'sends no CORS headers',
  },
  {
    behaviour: 'An app with its own token reads what it was added to',
    follows: pages.tenantToken,
    evidence: 'documented',
    proof: 'lets an app with its own token read only what it was added to',
  },
  {
    behaviour: 'Tokens for a code: flat body, 7200 and 604800 seconds, 1 to 2 KB long',
    route: routes.token,
    follows: pages.token,
    evidence: 'documented',
    proof: 'gives long tokens for a code, flat and with their lifetimes',
  },
  {
    behaviour: 'Form and JSON alike; version 2 still answers',
    route: routes.historicToken,
    follows: pages.token,
    evidence: 'public log',
    proof: 'answers at the historic host too, in JSON as in a form',
  },
  {
    behaviour: 'No refresh token without offline_access',
    route: routes.token,
    follows: pages.token,
    evidence: 'documented',
    proof: 'gives nothing to refresh with unless offline_access was granted',
  },
  {
    behaviour: 'The latest token has all that the user ever granted, as far as the app has it',
    route: routes.token,
    follows: pages.authorize,
    evidence: 'documented',
    proof: 'adds what is granted to what was granted before, as far as the app still has it',
  },
  {
    behaviour: 'scope makes a token narrower',
    route: routes.token,
    follows: pages.token,
    evidence: 'documented',
    proof: 'narrows a token to the scopes asked for',
  },
  {
    behaviour: 'PKCE with S256; the secret is wanted all the same',
    route: routes.token,
    follows: pages.token,
    evidence: 'documented',
    proof: 'checks the PKCE verifier, and the secret all the same',
  },
  {
    behaviour: 'Version 3 turns away a verifier without a challenge',
    route: routes.token,
    follows: pages.token,
    evidence: 'documented',
    proof: 'turns a verifier without a challenge away in version 3 alone',
  },
  {
    behaviour: 'Version 2 takes a verifier without a challenge; a code that PKCE failed for stays good',
    route: routes.historicToken,
    follows: pages.token,
    evidence: 'not confirmed',
    proof: 'turns a verifier without a challenge away in version 3 alone',
  },
  {
    behaviour: 'A code lives five minutes and is used once',
    route: routes.token,
    follows: pages.authorize,
    evidence: 'documented',
    proof: 'lets a code live for five minutes and be used once',
  },
  {
    behaviour: 'Apps of one brand do not exist at the other',
    route: routes.token,
    follows: pages.sdk,
    evidence: 'SDK source',
    proof: 'keeps the brands apart',
  },
  {
    behaviour: 'A refresh token is used once and rotated; the access token before it lives on',
    route: routes.token,
    follows: pages.refresh,
    evidence: 'documented',
    proof: 'rotates: the old refresh token is dead at once, the old access token lives on',
  },
  {
    behaviour: '20037 after seven days without a refresh, and 365 days after the consent',
    route: routes.token,
    follows: pages.refresh,
    evidence: 'documented',
    proof: 'ends seven days after the last refresh and a year after the consent',
  },
  {
    behaviour: 'Revoking ends a token: 20064 at the next refresh',
    route: routes.revoke,
    follows: pages.cli,
    evidence: 'SDK source',
    proof: 'is over when the token is revoked',
  },
  {
    behaviour: 'A revoked refresh token takes its access tokens along; an unknown one is no error',
    route: routes.revoke,
    follows: pages.revocation,
    evidence: 'not confirmed',
    proof: 'is over when the token is revoked',
  },
];
