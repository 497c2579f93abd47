import type { ImageSize } from '../../components/images/measure';
import type { Area } from './picture-area';

/** In centimetres. */
const page = { width: 28, height: 15.75 };

/** One empty slide as flat OpenDocument: one file of XML, which says in plain text what was pasted. */
export const blankSlides = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.presentation">
<office:automatic-styles><style:page-layout style:name="P"><style:page-layout-properties fo:page-width="${page.width}cm" fo:page-height="${page.height}cm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="M" style:page-layout-name="P"/></office:master-styles>
<office:body><office:presentation><draw:page draw:name="S" draw:master-page-name="M"/></office:presentation></office:body>
</office:document>
`;

/** The pictures on the slides of such a file. */
export function picturesOf(slides: string): Buffer[] {
  const onSlides = slides.slice(slides.indexOf('<draw:page '));
  const contents = onSlides.matchAll(/<draw:image[^>]*>\s*<office:binary-data>([^<]*)</g);
  return Array.from(contents, ([, base64 = '']) => Buffer.from(base64, 'base64'));
}

/** Where the first of them lies on a slide that is drawn at this size. */
export function frameOf(slides: string, slide: ImageSize): Area {
  const frame = /<draw:frame [^>]*>\s*<draw:image/.exec(slides)?.[0] ?? '';
  const pixels = (name: string): number => {
    const centimetres = Number(new RegExp(`svg:${name}="([-\\d.]+)cm"`).exec(frame)?.[1]);
    return (centimetres * slide.width) / page.width;
  };
  return { left: pixels('x'), top: pixels('y'), width: pixels('width'), height: pixels('height') };
}
