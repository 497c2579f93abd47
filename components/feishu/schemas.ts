import * as v from 'valibot';
import { loose } from './loose';

/**
 * The Open API's replies, as far as this product uses them: unknown keys are dropped, and what the docs call
 * optional may be missing or null. A heading or a board of a strange shape reads as one without text or token,
 * so that one odd block cannot hide the rest of its document.
 */

/** What every reply with a JSON body starts from. */
export const envelope = v.object({ code: v.number() });

/** Why the gateway or an endpoint refused: https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code */
export const refusal = v.object({
  code: v.number(),
  error: loose(
    v.object({
      log_id: loose(v.string()),
      permission_violations: loose(v.array(v.object({ subject: loose(v.string()) }))),
      helps: loose(v.array(v.object({ url: loose(v.string()) }))),
    }),
  ),
});

const textBody = v.object({
  elements: loose(
    v.array(
      v.object({
        text_run: loose(v.object({ content: v.string() })),
        mention_doc: loose(v.object({ title: v.string() })),
        equation: loose(v.object({ content: v.string() })),
      }),
    ),
  ),
});

/** Text of a page, heading or paragraph block. `elements` may be missing. */
export type TextBody = v.InferOutput<typeof textBody>;

/**
 * One block of a document, under the API's own names.
 * Source: Open API, Block data structure, https://open.feishu.cn/document/docs/docs/data-structure/block
 */
const docxBlock = v.object({
  block_id: v.string(),
  block_type: v.number(),
  page: loose(textBody),
  heading1: loose(textBody),
  heading2: loose(textBody),
  heading3: loose(textBody),
  heading4: loose(textBody),
  heading5: loose(textBody),
  heading6: loose(textBody),
  heading7: loose(textBody),
  heading8: loose(textBody),
  heading9: loose(textBody),
  board: loose(v.object({ token: loose(v.string()) })),
  reference_synced: loose(v.object({ source_document_id: v.string(), source_block_id: v.string() })),
});

export type DocxBlock = v.InferOutput<typeof docxBlock>;

/** One page of a listing. */
function listing<const S extends v.GenericSchema>(item: S) {
  return v.object({
    items: v.nullish(v.array(item), []),
    has_more: v.nullish(v.boolean(), false),
    page_token: v.nullish(v.string(), ''),
  });
}

/** https://open.feishu.cn/document/server-docs/docs/docs/docx-v1/document/list */
export const blockListing = listing(docxBlock);

/** https://open.feishu.cn/document/server-docs/docs/docs/docx-v1/document/get */
export const documentReply = v.pipe(
  v.object({
    document: v.object({
      document_id: v.string(),
      title: v.nullish(v.string(), ''),
      revision_id: v.nullish(v.number(), -1),
    }),
  }),
  v.transform(({ document }) => ({
    documentId: document.document_id,
    title: document.title,
    /** -1 where the server names none. */
    revisionId: document.revision_id,
  })),
);

export type DocumentInfo = v.InferOutput<typeof documentReply>;

const wikiNode = v.pipe(
  v.object({
    space_id: v.string(),
    node_token: v.string(),
    obj_token: v.nullish(v.string(), ''),
    obj_type: v.string(),
    title: v.nullish(v.string(), ''),
    has_child: v.nullish(v.boolean(), false),
    node_type: v.nullish(v.string(), 'origin'),
  }),
  v.transform((node) => ({
    spaceId: node.space_id,
    nodeToken: node.node_token,
    /** The id of what the node shows: a document id where `objType` is `docx`. */
    objToken: node.obj_token,
    objType: node.obj_type,
    title: node.title,
    hasChild: node.has_child,
    /** A shortcut shows what another node shows: its `objToken` is already the target's. */
    isShortcut: node.node_type === 'shortcut',
  })),
);

export type WikiNode = v.InferOutput<typeof wikiNode>;

/** https://open.feishu.cn/document/server-docs/docs/wiki-v2/space-node/get_node */
export const wikiNodeReply = v.pipe(
  v.object({ node: wikiNode }),
  v.transform(({ node }) => node),
);

/** https://open.feishu.cn/document/server-docs/docs/wiki-v2/space-node/list */
export const wikiListing = listing(wikiNode);

/** https://open.feishu.cn/document/server-docs/authentication-management/login-state-management/get */
export const userInfoReply = v.pipe(
  v.object({ open_id: v.string(), name: v.nullish(v.string(), '') }),
  v.transform((user) => ({ openId: user.open_id, name: user.name })),
);

export type UserInfo = v.InferOutput<typeof userInfoReply>;
