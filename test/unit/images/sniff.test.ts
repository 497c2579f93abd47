import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { extensionOf, sniffImageType } from '../../../components/images/sniff';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const picture = sharp({ create: { width: 4, height: 3, channels: 3, background: 'teal' } });

describe('sniffImageType', () => {
  it.each([
    ['image/png', () => picture.clone().png().toBuffer()],
    ['image/jpeg', () => picture.clone().jpeg().toBuffer()],
    ['image/jpeg', () => picture.clone().jpeg({ progressive: true }).toBuffer()],
    ['image/gif', () => picture.clone().gif().toBuffer()],
    ['image/webp', () => picture.clone().webp().toBuffer()],
    ['image/webp', () => picture.clone().webp({ lossless: true }).toBuffer()],
  ] as const)('tells %s by its bytes', async (type, make) => {
    expect(sniffImageType(await make())).toBe(type);
  });

  it.each([
    ['a bare root', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a byte order mark', '\uFEFF<svg></svg>'],
    ['a prolog and blank lines', '<?xml version="1.0" encoding="UTF-8"?>\n\n  <svg></svg>'],
    ['a comment with markup in it', '<!-- <html> > --><svg></svg>'],
    ['a doctype', '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://x/svg11.dtd"><svg></svg>'],
    ['a doctype with a subset', '<!DOCTYPE svg [\n<!ENTITY ns "http://x">\n]>\n<!-- a --><svg></svg>'],
    ['a prefix', '<s:svg xmlns:s="http://www.w3.org/2000/svg"></s:svg>'],
  ])('tells an SVG behind %s', (_, svg) => {
    expect(sniffImageType(text(svg))).toBe('image/svg+xml');
  });

  it('tells an SVG in UTF-16', () => {
    const svg = '\uFEFF<svg></svg>';
    const bytes = new Uint8Array(svg.length * 2);
    for (let index = 0; index < svg.length; index += 1) {
      new DataView(bytes.buffer).setUint16(index * 2, svg.charCodeAt(index), true);
    }
    expect(sniffImageType(bytes)).toBe('image/svg+xml');
  });

  it.each([
    ['nothing', ''],
    ['an error in JSON', '{"code":2890003,"msg":"not found"}'],
    ['a web page that holds an SVG', '<!doctype html><html><body><svg></svg></body></html>'],
    ['an element that only begins like one', '<svgx></svgx>'],
    ['a comment that never ends', '<!-- <svg></svg>'],
    ['a root that never closes', '<svg width="4'],
    ['another RIFF file', 'RIFF....WAVEfmt '],
  ])('takes %s for no picture', (_, content) => {
    expect(sniffImageType(text(content))).toBeUndefined();
  });

  it('gives up on a hostile prologue without hanging', () => {
    expect(sniffImageType(text('<!--'.repeat(2_000_000)))).toBeUndefined();
    expect(sniffImageType(text(`${'<?a?>'.repeat(1_000_000)}<svg/>`))).toBeUndefined();
  });
});

describe('extensionOf', () => {
  it('names the usual extension of each type', () => {
    const types = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml'] as const;
    expect(types.map(extensionOf)).toEqual(['png', 'jpg', 'gif', 'webp', 'svg']);
  });
});
