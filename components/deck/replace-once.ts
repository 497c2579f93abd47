/**
 * Replaces the one match of `pattern`, which must not be global.
 *
 * @throws when there is none or more than one: the library's output is not the one that is mended here
 */
export function replaceOnce(xml: string, pattern: RegExp, replacement: string): string {
  const found = xml.match(new RegExp(pattern, `${pattern.flags}g`))?.length ?? 0;
  if (found !== 1) throw new Error(`${pattern.source} was found ${found} times`);
  // By a function, so that a `$` in somebody's text stays one.
  return xml.replace(pattern, () => replacement);
}
