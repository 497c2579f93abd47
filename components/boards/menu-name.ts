/** A menu is as wide as its longest title; what of a name is longer than this, in characters, is left out. */
const longestName = 40;

/** A board's name as a menu's title can hold it: shortened, `&` doubled and `%s` broken, for menus read both. */
export function menuName(name: string): string {
  const letters = Array.from(name);
  const short = letters.length > longestName ? `${letters.slice(0, longestName).join('').trimEnd()}…` : name;
  return short.replaceAll('&', '&&').replaceAll('%s', '%\u2060s');
}
