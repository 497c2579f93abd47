/** Whether the page at this address may have others below it. */
export function isWikiPage(url: string): boolean {
  return URL.canParse(url) && new URL(url).pathname.startsWith('/wiki/');
}
