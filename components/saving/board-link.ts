/** The address as it may stand in a text that leaves the browser: `https:` and nothing else; else undefined. */
export function boardLink(link: string | undefined): string | undefined {
  if (link === undefined || !URL.canParse(link)) return undefined;
  const url = new URL(link);
  return url.protocol === 'https:' ? url.href : undefined;
}
