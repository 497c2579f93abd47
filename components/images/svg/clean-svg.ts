import createDOMPurify, { type Config, type UponSanitizeAttributeHook } from 'dompurify';
import { AppError } from '../../errors';
import { cleanCss } from './clean-css';
import { expandedSize } from './expanded-size';
import { fallbackFonts, withFontFallback, withFontFallbackInCss } from './font-fallback';
import { withoutDoctype } from './without-doctype';

/** Text of an SVG is not read beyond this many characters: no board has a hundredth of it. */
const mostCharacters = 64_000_000;

/** More elements than this, each time one is drawn counted, would keep the browser busy for minutes. */
const mostElements = 500_000;

const rules: Config & { IN_PLACE: true } = {
  IN_PLACE: true,
  USE_PROFILES: { html: true, svg: true, svgFilters: true },
  ADD_TAGS: ['use', 'foreignobject'],
  ADD_ATTR: ['dominant-baseline', 'paint-order', 'vector-effect', 'transform-origin', 'overflow', 'href'],
  HTML_INTEGRATION_POINTS: { foreignobject: true },
  // Whatever loads, plays, sends or asks for something; a drawing does none of it.
  FORBID_TAGS: ['audio', 'video', 'source', 'track', 'form', 'input', 'button', 'textarea', 'select'],
  FORBID_ATTR: ['srcset', 'poster', 'background', 'action', 'ping', 'cite', 'usemap'],
  ALLOW_DATA_ATTR: false,
};

/** Pictures that are written out. An SVG within an SVG could hide anything. */
const innerPicture = /^data:image\/(?:png|jpe?g|gif|webp|avif)[;,]/i;
const addresses = new Set(['href', 'xlink:href', 'src']);

const checkAttribute: UponSanitizeAttributeHook = (_, data) => {
  const { attrName: name, attrValue: value } = data;
  if (addresses.has(name)) {
    if (!value.startsWith('#') && !innerPicture.test(value)) data.keepAttr = false;
  } else if (name === 'font-family') data.attrValue = withFontFallback(value);
  else if (/[(@\\]/.test(value) || name === 'style') {
    data.attrValue = withFontFallbackInCss(cleanCss(value));
    if (data.attrValue === '' && value !== '') data.keepAttr = false;
  }
};

/**
 * A drawing without scripts, event handlers and references to anything outside of itself, whose writing is in
 * fonts that every system has. Needs a DOM.
 *
 * @returns its root element
 * @throws `image-undecodable` when it is no SVG, `image-unsafe` when it would blow up
 */
export function cleanSvg(text: string): Element {
  if (text.length > mostCharacters) throw new AppError('image-too-large-to-convert');
  const document = new DOMParser().parseFromString(withoutDoctype(text), 'image/svg+xml');
  const root = document.documentElement;
  const isSvg = root.nodeName === 'svg' && root.namespaceURI === 'http://www.w3.org/2000/svg';
  if (!isSvg || document.querySelector('parsererror')) throw new AppError('image-undecodable');
  const sheets = [...document.querySelectorAll('style')];
  const styles = sheets.map((sheet) => sheet.textContent).join('\n');
  if (sizeOf(root, styles) > mostElements) throw new AppError('image-unsafe');
  writeOutCharacterData(document);
  for (const sheet of sheets) sheet.textContent = withFontFallbackInCss(cleanCss(sheet.textContent));
  const purify = createDOMPurify(window);
  purify.addHook('uponSanitizeAttribute', checkAttribute);
  purify.sanitize(root, rules);
  if (!root.hasAttribute('font-family')) root.setAttribute('font-family', fallbackFonts);
  return root;
}

/** A drawing that is nested too deep to be counted would be too deep to be drawn. */
function sizeOf(root: Element, styles: string): number {
  try {
    return expandedSize(root, styles);
  } catch (error) {
    throw new AppError('image-unsafe', {}, { cause: error });
  }
}

/** CDATA as plain text: to whoever reads it as HTML, it could be markup. */
function writeOutCharacterData(document: Document): void {
  const walker = document.createNodeIterator(document, NodeFilter.SHOW_CDATA_SECTION);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof CDATASection) node.replaceWith(document.createTextNode(node.data));
  }
}
