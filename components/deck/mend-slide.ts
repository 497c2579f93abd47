import type { Frame } from './fit-picture';
import { replaceOnce } from './replace-once';

/** A picture as its slide shows it. */
export interface PlacedPicture {
  frame: Frame;
  /** Its file in `ppt/media/`. */
  file: string;
  /** That of the same picture as SVG. */
  vectorFile?: string | undefined;
}

const vectorId = 'rIdVector';

/** The slide with the picture itself in its frame instead of the stand-in. */
export function placePicture(slide: string, { frame, vectorFile }: PlacedPicture): string {
  const { x, y, cx, cy } = frame;
  const framed = replaceOnce(
    slide,
    /(?<=<p:pic>(?:(?!<\/p:pic>).)*<a:xfrm>).*?(?=<\/a:xfrm>)/s,
    `<a:off x="${x}" y="${y}"/><a:ext cx="${cx}" cy="${cy}"/>`,
  );
  // pptxgenjs gives an SVG the relation id of the slide's link, so it never sees one.
  return vectorFile === undefined
    ? framed
    : replaceOnce(framed, /(?<=<a:blip r:embed="rId\d+">)(?=<\/a:blip>)/, svgBlip);
}

/** https://learn.microsoft.com/openspecs/office_standards/ms-odrawxml/ ("svgBlip"): others pass it over. */
const svgBlip =
  '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">' +
  '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" ' +
  `r:embed="${vectorId}"/></a:ext></a:extLst>`;

/** The slide's relations, to the picture's own file. */
export function relatePicture(relations: string, { file, vectorFile }: PlacedPicture): string {
  const related = replaceOnce(relations, /(?<=Target="\.\.\/media\/)[^"]+/, file);
  if (vectorFile === undefined) return related;
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
  const vector = `<Relationship Id="${vectorId}" Type="${type}" Target="../media/${vectorFile}"/>`;
  return replaceOnce(related, /(?=<\/Relationships>)/, vector);
}
