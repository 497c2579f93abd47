/** What has Chinese writing in macOS, Windows and Linux, and then whatever the browser has. */
export const fallbackFonts =
  "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

/** A family that every browser knows, or a word that takes it from somewhere else. */
const generic =
  /(?:^|,)\s*(?:sans-serif|serif|monospace|cursive|fantasy|math|emoji|system-ui|ui-[\w-]+|inherit|initial|unset|revert)\s*(?:!important\s*)?$/i;

/** The list of families, ending in one that every browser knows: without it writing falls back to Times. */
export function withFontFallback(families: string): string {
  if (families.trim() === '' || generic.test(families)) return families;
  const important = /\s*!important\s*$/i.exec(families)?.[0] ?? '';
  return `${families.slice(0, families.length - important.length).trimEnd()}, ${fallbackFonts}${important}`;
}

/** The same for every `font-family` in CSS, but those that give an embedded font its name. */
export function withFontFallbackInCss(css: string): string {
  return css.replaceAll(
    /(@font-face\s*\{[^}]*\})|(\bfont-family\s*:\s*)([^;}]+)/gi,
    (whole, face: string | undefined, property: string | undefined, families: string | undefined) =>
      face === undefined && property !== undefined && families !== undefined
        ? property + withFontFallback(families)
        : whole,
  );
}
