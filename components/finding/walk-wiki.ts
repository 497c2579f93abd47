import { cleanTitle } from '../boards/clean-title';
import { AppError, asksForSignIn, type ErrorData, toErrorData } from '../errors';
import type { CallOptions, FeishuClient } from '../feishu/client';
import type { WikiNode } from '../feishu/schemas';

/** A page of a wiki that is a document. */
export interface WikiPage {
  nodeToken: string;
  /** Empty where the page only stands for what is below it. */
  documentId: string;
  /** Cleaned; empty where it has none. */
  title: string;
  /** Why the pages below it could not be listed; the page itself then comes by itself. */
  error?: ErrorData | undefined;
}

export interface WalkOptions extends CallOptions {
  /** Told how many documents were found so far. */
  onFound?: ((count: number) => void) | undefined;
}

/** Failures that concern one page only: the walk goes on beside it. */
const ofOnePage = /^(wiki-node|document|list)-/;

/**
 * The documents at and below a wiki node, parents before their children, in the order of the tree. Each document
 * comes once, however many shortcuts show it; what shortcuts have below them is where they point. Pages that are no documents
 * (tables, files …) are passed over, and what is below them is not.
 * Errors: those of the API, but for a page whose children may not be listed.
 */
export async function walkWiki(
  client: Pick<FeishuClient, 'getWikiNode' | 'listWikiChildren'>,
  nodeToken: string,
  { signal, onFound }: WalkOptions = {},
): Promise<WikiPage[]> {
  const nodes = new Set<string>();
  const documents = new Set<string>();

  const walk = async (node: WikiNode): Promise<WikiPage[]> => {
    // A cycle, or a tree that was changed while it was read.
    if (nodes.has(node.nodeToken)) return [];
    nodes.add(node.nodeToken);
    const page: WikiPage = {
      nodeToken: node.nodeToken,
      documentId: node.objToken,
      title: cleanTitle(node.title),
    };
    const isNew = node.objType === 'docx' && !documents.has(node.objToken);
    if (isNew) {
      documents.add(node.objToken);
      onFound?.(documents.size);
    }
    const unread: WikiPage[] = [];
    const below: Promise<WikiPage[]>[] = [];
    if (node.hasChild && !node.isShortcut) {
      try {
        for await (const some of client.listWikiChildren(node.spaceId, node.nodeToken, { signal })) {
          // Not waited for: the client paces its requests, and the next page of this list need not wait for them.
          below.push(...some.map(walk));
          for (const one of below) one.catch(() => undefined);
        }
      } catch (thrown) {
        const error = toErrorData(thrown);
        if (!ofOnePage.test(error.code) || asksForSignIn(error.code)) throw thrown;
        unread.push({ ...page, documentId: '', error });
      }
    }
    const found = (await Promise.all(below)).flat();
    return [...(isNew ? [page] : []), ...unread, ...found];
  };

  const root = await client.getWikiNode(nodeToken, { signal });
  const found = await walk(root);
  if (signal?.aborted) throw new AppError('cancelled');
  return found;
}
