const WIDE = /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** Width of one character in parts of the font size: near enough for breaking lines and sizing labels. */
function characterWidth(character: string): number {
  if (WIDE.test(character)) return 1;
  if (/[A-Z@%&mwMW]/.test(character)) return 0.7;
  if (/[\s.,:;!|'iljI]/.test(character)) return 0.29;
  return 0.56;
}

/** Estimated width of a line of text, in scene units. */
export function measureText(text: string, size: number, bold = false): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width * size * (bold ? 1.05 : 1);
}

/** A Latin word, a run of spaces, or one Chinese character, each with the marks that may not begin a line. */
const PIECES = /[\x21-\x7e]+[，。、；：！？）”]*|\s+|.[，。、；：！？）”]*/gu;

/** Lines of a text that must fit a width: Latin words stay whole, Chinese may break anywhere. */
export function breakLines(text: string, size: number, width: number, bold = false): string[] {
  return text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, size, width, bold));
}

function breakParagraph(text: string, size: number, width: number, bold: boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(PIECES) ?? []) {
    if (line && measureText((line + piece).trimEnd(), size, bold) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  lines.push(line.trimEnd());
  return lines;
}
