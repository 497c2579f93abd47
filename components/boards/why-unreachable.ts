import type { ErrorCode } from '../errors';

/**
 * Why a page cannot be reached. It may be one that the browser keeps from the extension; and where all hosts of documents
 * may be read, and the browser keeps its address as well, it is no document.
 *
 * @param areHostsMissing whether the browser keeps some hosts of documents from the extension
 * @param url the page's address, where it is told
 */
export function whyUnreachable(areHostsMissing: boolean, url: string | undefined): ErrorCode {
  if (areHostsMissing) return 'hosts-not-allowed';
  return url?.startsWith('https:') ? 'page-unreachable' : 'page-not-document';
}
