import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../components/boards/clean-text';
import { cleanTitle } from '../../../components/boards/clean-title';

describe('cleanTitle', () => {
  it.each([
    ['季度规划 - 飞书云文档', '季度规划'],
    ['Roadmap - Lark Docs', 'Roadmap'],
    ['Roadmap - Feishu Docs', 'Roadmap'],
    ['Roadmap - Lark Cloud Docs', 'Roadmap'],
    ['\u200B\u202ARoad\uFEFFmap\u200F - 飞书云文档\u200B', 'Roadmap'],
    ['  Two\n\tlines\u3000wide ', 'Two lines wide'],
    ['Lark Docs migration', 'Lark Docs migration'],
    ['A - B', 'A - B'],
    ['Team 👩\u200D💻 plan', 'Team 👩\u200D💻 plan'],
    ['a\u200Db', 'ab'],
    ['bell\u0007 and null\u0000', 'bell and null'],
  ])('makes of %j %j', (shown, title) => {
    expect(cleanTitle(shown)).toBe(title);
  });

  it.each([
    '',
    '飞书云文档',
    ' - 飞书云文档',
    '未命名文档',
    '未命名文档 - 飞书云文档',
    'Untitled',
    'untitled - Lark Docs',
    'Lark',
  ])('sees that %j is no title', (shown) => {
    expect(cleanTitle(shown)).toBe('');
  });

  it('leaves no invisible characters but joiners of emoji, and nothing to clean again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanText(text);
        expect(clean.replaceAll('\u200D', '')).not.toMatch(
          /[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/u,
        );
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });
});
