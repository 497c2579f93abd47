/**
 * Gives the page styles that came with its script. Files of their own would be waited for before the script runs,
 * and Chromium looks through an extension's style sheets for words to translate before it hands them over.
 */
export function adoptStyles(...styles: readonly string[]): void {
  document.adoptedStyleSheets = styles.map(toSheet);
}

/** Gives the page more of them, for what was loaded later; returns how to take them away again. */
export function addStyles(style: string): () => void {
  const sheet = toSheet(style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  };
}

function toSheet(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
