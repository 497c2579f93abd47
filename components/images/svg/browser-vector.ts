import { cleanSvg } from './clean-svg';
import { describeSvg } from './describe-svg';
import { frameSvg, withSize } from './frame-svg';
import type { OpenVector } from './open-vector';
import { xmlText } from './xml-text';

/** Opens an SVG with the DOM's own parser and DOMPurify: load this module when there is an SVG to open. */
export const openVectorInBrowser: OpenVector = async (bytes) => {
  const root = cleanSvg(xmlText(bytes));
  const serialize = (element: Element): string => new XMLSerializer().serializeToString(element);
  return {
    sized: (own, size) => serialize(withSize(root, own, size)),
    saved(own, { place, background, description }) {
      const framed = place || background ? frameSvg(root, own, place, background) : withSize(root, own, own);
      if (description !== undefined) describeSvg(framed, description);
      return serialize(framed);
    },
  };
};
