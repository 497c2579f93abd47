import { describe, expect, it } from 'vitest';
import { boardMarkdown } from '../../../components/saving/board-markdown';

const link = 'https://acme.feishu.cn/docx/Doc#block';

describe('boardMarkdown', () => {
  it('is the name, linked back to the board', () => {
    expect(boardMarkdown({ name: '支付流程 Payment', link })).toBe(`[支付流程 Payment](${link})`);
  });

  it('shows the picture that is saved beside it above that', () => {
    expect(boardMarkdown({ name: '支付', link }, '支付.png')).toBe(`![支付](支付.png)\n\n[支付](${link})`);
  });

  it('is the name alone where the board has no address of the web', () => {
    expect(boardMarkdown({ name: 'a' })).toBe('a');
    expect(boardMarkdown({ name: 'a', link: 'javascript:alert(1)' })).toBe('a');
  });

  // prettier-ignore
  const names: [name: string, escaped: string][] = [
    ['a [b](c) `d`', 'a \\[b\\](c) \\`d\\`'],
    ['*bold* _it_ ~~no~~', '\\*bold\\* \\_it\\_ \\~\\~no\\~\\~'],
    ['<b>&amp;</b> | \\', '\\<b\\>\\&amp;\\</b\\> \\| \\\\'],
    ['# one', '\\# one'],
    ['2. two', '2\\. two'],
    ['Q3 - plan #2 (v1.0)', 'Q3 - plan #2 (v1.0)'],
    ['one\ntwo', 'one two'],
  ];
  it.each(names)('escapes %j', (name, escaped) => {
    expect(boardMarkdown({ name, link })).toBe(`[${escaped}](${link})`);
  });

  it('puts addresses and paths that would end early in angle brackets', () => {
    expect(boardMarkdown({ name: 'a', link: `${link}(1)` }, 'my docs/a (1).png')).toBe(
      `![a](<my docs/a (1).png>)\n\n[a](<${link}(1)>)`,
    );
  });
});
