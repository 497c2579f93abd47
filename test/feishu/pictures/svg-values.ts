/** Text for an attribute or an element of SVG. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Two decimals are enough for a drawing, and keep the text the same on every machine. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The attributes of a frame. */
export function box({ x, y, width, height }: Frame): string {
  return `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
}
