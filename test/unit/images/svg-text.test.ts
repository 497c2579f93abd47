import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanCss } from '../../../components/images/svg/clean-css';
import { withFontFallback, withFontFallbackInCss } from '../../../components/images/svg/font-fallback';
import { withoutDoctype } from '../../../components/images/svg/without-doctype';
import { xmlText } from '../../../components/images/svg/xml-text';

const away = 'https://elsewhere.invalid/a';

describe('cleanCss', () => {
  it.each([
    'fill:#fff;stroke-width:2px',
    'fill:url(#a)',
    `fill:url( "#a" );mask:url('#b')`,
    'background:url(data:image/png;base64,AAAA)',
    '@font-face{font-family:x;src:url(data:font/woff2;base64,AAAA)}',
    '.a::before{content:"\\201C"}/* note */',
    '@media print{.a{fill:red}}',
    '--image-setting:1',
  ])('leaves alone what stays within: %s', (css) => {
    expect(cleanCss(css)).toBe(css);
  });

  it.each([
    [`fill:red;background:url(${away})`, 'fill:red;background:none'],
    [`a{b:url("${away}")}c{d:url(#e)}`, 'a{b:none}c{d:url(#e)}'],
    [`@import url(${away});a{fill:red}`, 'a{fill:red}'],
    [`@import "${away}"`, ''],
    ['a{b:url(data:image/svg+xml;base64,AAAA)}', 'a{b:none}'],
  ])('mends what can be mended: %s', (css, clean) => {
    expect(cleanCss(css)).toBe(clean);
  });

  it.each([
    `a{b:\\75rl(${away})}`,
    `@\\69 mport "${away}"`,
    `a{b:u/**/rl(x);c:image-set("${away}" 1x)}`,
    `a{b:u\\rl(${away})}`,
    `a{b:url(#/*`.concat(`*/);c:src("${away}")}`),
    'a{b:expression(alert(1))}',
  ])('drops what hides: %s', (css) => {
    expect(cleanCss(css)).toBe('');
  });

  it('lets no address out, however it is put together', () => {
    const piece = fc.constantFrom(
      'url(',
      'URL(',
      '"',
      "'",
      ')',
      '#a',
      away,
      ';',
      '}',
      '@import ',
      '/*',
      '*/',
      '\\75',
      ' ',
      'image-set(',
      'data:image/png,',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const clean = cleanCss(pieces.join(''));
        expect(clean).not.toMatch(/url\(\s*["']?\s*https/i);
        expect(clean).not.toMatch(/@import|image-set\(/i);
        expect(cleanCss(clean)).toBe(clean);
      }),
    );
  });
});

describe('fonts', () => {
  it('end in one that every system has', () => {
    expect(withFontFallback('PingFang SC')).toMatch(/^PingFang SC, .*Noto Sans CJK SC.*, sans-serif$/);
    expect(withFontFallback("'A, b', Kaiti !important")).toMatch(/^'A, b', Kaiti, .*sans-serif !important$/);
  });

  it.each(['serif', 'Arial, sans-serif', '"X",monospace', 'inherit', 'system-ui', ''])(
    'are left alone: %s',
    (families) => {
      expect(withFontFallback(families)).toBe(families);
    },
  );

  it('are mended in style sheets, but where an embedded font gets its name', () => {
    const css =
      '@font-face{font-family:X;src:url(data:font/woff2,A)}a{font-family:X;fill:red}b{font-family: Y}';
    const mended = withFontFallbackInCss(css);
    expect(mended).toContain('@font-face{font-family:X;src');
    expect(mended).toMatch(/a\{font-family:X, .*sans-serif;fill:red\}/);
    expect(mended).toMatch(/b\{font-family: Y, .*sans-serif\}/);
  });
});

describe('withoutDoctype', () => {
  it.each([
    ['<svg/>', '<svg/>'],
    [
      '<?xml version="1.0"?><!-- <!DOCTYPE x [ --> <!DOCTYPE svg>\n<svg/>',
      '<?xml version="1.0"?><!-- <!DOCTYPE x [ --> \n<svg/>',
    ],
    ['<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/a.dtd"><svg/>', '<svg/>'],
  ])('takes away one that says nothing: %s', (text, bare) => {
    expect(withoutDoctype(text)).toBe(bare);
  });

  it.each([
    '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
    ' <!doctype svg SYSTEM "x" []><svg/>',
    '\uFEFF<!DOCTYPE svg [',
    '<!DOCTYPE',
  ])('refuses one that declares: %s', (text) => {
    expect(() => withoutDoctype(text)).toThrow('image-unsafe');
  });

  it('does not take long over a hostile beginning', () => {
    expect(withoutDoctype('<!--'.repeat(200_000))).toHaveLength(800_000);
  });
});

describe('xmlText', () => {
  it('reads by mark, by name and as UTF-8', () => {
    expect(xmlText(Buffer.from('\uFEFF<svg>画</svg>', 'utf16le'))).toBe('<svg>画</svg>');
    expect(xmlText(Buffer.from('<svg>画</svg>', 'utf16le').swap16())).not.toBe('<svg>画</svg>');
    expect(xmlText(Buffer.from('\uFEFF<svg>画</svg>', 'utf16le').swap16())).toBe('<svg>画</svg>');
    const gbk = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="GBK"?><svg>'),
      Buffer.from([0xbb, 0xad]),
    ]);
    expect(xmlText(gbk)).toMatch(/<svg>画$/);
    expect(xmlText(Buffer.from('<?xml version="1.0" encoding="no-such"?>画'))).toMatch(/画$/);
  });
});
