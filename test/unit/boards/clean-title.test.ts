import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../components/boards/clean-text';
import { cleanTitle, cleanWindowTitle } from '../../../components/boards/clean-title';

describe('the title of a window', () => {
  it.each([
    ['季度规划 - 飞书云文档', '季度规划'],
    ['Roadmap - Lark Docs', 'Roadmap'],
    ['Roadmap - Feishu Docs', 'Roadmap'],
    ['Roadmap - Lark Cloud Docs', 'Roadmap'],
    ['Why we left - Lark - Lark Docs', 'Why we left - Lark'],
    ['\u200B\u202ARoad\uFEFFmap\u200F - 飞书云文档\u200B', 'Roadmap'],
    ['Lark Docs migration', 'Lark Docs migration'],
    ['A - B', 'A - B'],
  ])('tells with %j of %j', (shown, title) => {
    expect(cleanWindowTitle(shown)).toBe(title);
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
  ])('tells with %j of none', (shown) => {
    expect(cleanWindowTitle(shown)).toBe('');
  });
});

describe('the title of a document', () => {
  it.each([
    ['  Two\n\tlines\u3000wide ', 'Two lines wide'],
    ['Team 👩\u200D💻 plan', 'Team 👩\u200D💻 plan'],
    ['a\u200Db', 'ab'],
    ['bell\u0007 and null\u0000', 'bell and null'],
    ['Why we left - Lark', 'Why we left - Lark'],
    ['飞书', '飞书'],
    ['未命名文档', ''],
    ['Untitled', ''],
  ])('is made of %j: %j', (shown, title) => {
    expect(cleanTitle(shown)).toBe(title);
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
