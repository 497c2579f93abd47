/** A `data:` URL of a PNG, up to its bytes. */
export const pngPrefix = 'data:image/png;base64,';

/** `clipboardHtml` that was made with `pngPrefix` for a picture, with the picture: so it need not be sent twice. */
export function htmlWithPng(html: string, base64: string): string {
  return html.replace(`"${pngPrefix}"`, () => `"${pngPrefix}${base64}"`);
}
