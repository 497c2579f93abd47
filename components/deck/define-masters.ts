import type PptxGenJS from 'pptxgenjs';
import type { SlideLayout } from './slide-layout';

/** Text that is not to draw the eye from the board: dark enough to be read on a projector. */
export const grey = '646A73';

/** The two layouts: of boards, and of the first slide. Titles are placeholders, so that outlines have them. */
export function defineMasters(deck: PptxGenJS, layout: SlideLayout): void {
  const title = { name: 'title', type: 'title', bold: true } as const;
  deck.defineSlideMaster({
    title: 'Board',
    objects: [placeholder({ ...title, ...layout.title, align: 'left', valign: 'middle', margin: 0 })],
  });
  deck.defineSlideMaster({
    title: 'Cover',
    objects: [
      placeholder({ ...title, ...layout.coverTitle, align: 'center', valign: 'bottom' }),
      placeholder({ ...layout.coverDate, name: 'date', type: 'body', align: 'center', valign: 'top' }),
    ],
  });
}

function placeholder(options: PptxGenJS.PlaceholderProps): {
  placeholder: { options: PptxGenJS.PlaceholderProps; text: string };
} {
  return { placeholder: { options, text: '' } };
}
