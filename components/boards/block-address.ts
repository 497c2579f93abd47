/** The address of a block in its document: the page scrolls to the one that the fragment names. */
export function blockAddress(pageUrl: string, blockId: string): string {
  const url = new URL(pageUrl);
  url.hash = encodeURIComponent(blockId);
  return url.href;
}
