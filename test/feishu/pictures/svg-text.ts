import type { TextStyle } from './scene';
import { escapeXml, round, type Frame } from './svg-values';
import { breakLines } from './text-layout';

const LINE_HEIGHT = 1.4;
/** Where the letters stand in their line, in parts of the font size. */
const BASELINE = 1.06;

/** Text broken into lines inside a frame: in its middle, or from its top edge. */
export function lines(
  text: string,
  style: TextStyle,
  frame: Frame & { padding?: number },
  anchor: 'middle' | 'top' = 'middle',
): string {
  if (!text) return '';
  const padding = frame.padding ?? 8;
  const broken = breakLines(text, style.size, frame.width - padding * 2, style.bold);
  const step = style.size * LINE_HEIGHT;
  const top = anchor === 'top' ? frame.y : frame.y + (frame.height - step * broken.length) / 2;
  const x = {
    left: frame.x + padding,
    center: frame.x + frame.width / 2,
    right: frame.x + frame.width - padding,
  }[style.align];
  const look = [
    `font-size="${style.size}" fill="${style.colour}"`,
    style.bold ? ' font-weight="700"' : '',
    style.align === 'left' ? '' : ` text-anchor="${style.align === 'center' ? 'middle' : 'end'}"`,
  ].join('');
  const spans = broken.map(
    (line, at) =>
      `<tspan x="${round(x)}" y="${round(top + step * at + style.size * BASELINE)}">${escapeXml(line)}</tspan>`,
  );
  return `<text ${look}>${spans.join('')}</text>`;
}
