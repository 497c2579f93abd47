/**
 * The address of a block in its document. Pages scroll to the block that the fragment names: seen in links that people
 * share, and in no document; where one does not, it opens at its top.
 */
export function blockAddress(pageUrl: string, blockId: string): string {
  const url = new URL(pageUrl);
  url.hash = encodeURIComponent(blockId);
  return url.href;
}
