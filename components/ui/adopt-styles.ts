/**
 * Gives the page styles that came with its script. Files of their own would be waited for before the script runs,
 * and Chromium looks through an extension's style sheets for words to translate before it hands them over.
 */
export function adoptStyles(...styles: readonly string[]): void {
  document.adoptedStyleSheets = styles.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
}
