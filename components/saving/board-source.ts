import { blockAddress } from '../boards/block-address';
import type { Job, JobItem } from './job';

/** The address of a document of a job, without a fragment. */
export function documentSource({ pageUrl, documents }: Job, document: number | undefined): string {
  const node = document === undefined ? undefined : documents[document]?.nodeToken;
  const url = new URL(pageUrl);
  url.hash = '';
  if (node === undefined) return url.href;
  return new URL(`/wiki/${encodeURIComponent(node)}`, url.origin).href;
}

/** The address of a board in its document. */
export function boardSource(job: Job, { board, document }: JobItem): string {
  return blockAddress(documentSource(job, document), board.blockId);
}
