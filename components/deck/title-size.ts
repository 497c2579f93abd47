import type { Box } from './slide-layout';

/** In points: what can still be read from the back of a room. */
const smallestSize = 12;

/** Height of a line, in font sizes. */
const lineHeight = 1.2;

/** The largest font size up to `wanted`, in points, at which the whole title is likely to lie in its box. */
export function titleSize(title: string, box: Box, wanted: number): number {
  const ems = Array.from(title).reduce((sum, character) => sum + widthOf(character), 0);
  const fits = (size: number): boolean => {
    const lines = Math.ceil((ems * size) / (box.w * 72));
    return lines * size * lineHeight <= box.h * 72;
  };
  let size = wanted;
  while (size > smallestSize && !fits(size)) size -= 2;
  return size;
}

/** How wide a character is, in font sizes, roughly: Chinese characters and emoji are square, bold letters are not. */
function widthOf(character: string): number {
  return /[\u1100-\uFFFF\p{Extended_Pictographic}]/u.test(character) ? 1 : 0.6;
}
