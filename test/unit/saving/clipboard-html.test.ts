import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { clipboardHtml, clipboardHtmlOfAll, shownSize } from '../../../components/saving/clipboard-html';

const picture = { src: 'data:image/png;base64,iVBORw0KGgo=', size: { width: 1920, height: 1080 } };
const link = 'https://acme.feishu.cn/docx/Doc?a=1&b=2#block';

/** The HTML as a page that it is pasted into has it. */
function parse(html: string) {
  const { document } = new Window();
  document.body.innerHTML = html;
  return document.body;
}

describe('clipboardHtml', () => {
  it('is the picture alone, with size and alt text, inside a link back to the board', () => {
    const body = parse(clipboardHtml({ name: '支付流程 Payment', link }, picture, 1920));
    expect(body.childElementCount).toBe(1);
    expect(body.textContent).toBe('');
    expect(body.querySelector('a')?.getAttribute('href')).toBe(link);
    const image = body.querySelector('a > img');
    expect(image?.getAttribute('src')).toBe(picture.src);
    expect(image?.getAttribute('alt')).toBe('支付流程 Payment');
    expect([image?.getAttribute('width'), image?.getAttribute('height')]).toEqual(['960', '540']);
  });

  it('tells those who cannot see the picture what is written on the board', () => {
    const written = { name: 'Flow', writing: { text: 'Pay <now>\n下单' } };
    expect(
      parse(clipboardHtml(written, picture, 1920))
        .querySelector('img')
        ?.getAttribute('alt'),
    ).toBe('Flow\nPay <now>\n下单');
    const all = parse(clipboardHtmlOfAll([{ board: written, picture }], 1920));
    expect(all.querySelector('img')?.getAttribute('alt')).toContain('下单');
    const unread = { name: 'Flow', writing: { error: 'server-error' as const } };
    expect(
      parse(clipboardHtml(unread, picture, 1920))
        .querySelector('img')
        ?.getAttribute('alt'),
    ).toBe('Flow');
  });

  it('is the bare picture where the board has no address', () => {
    expect(parse(clipboardHtml({ name: 'a' }, picture, 1920)).firstElementChild?.tagName).toBe('IMG');
  });

  it('keeps hostile names in their attribute', () => {
    const name = `"><script>alert(1)</script><img src=x onerror='alert(1)'>&quot;`;
    const body = parse(clipboardHtml({ name, link }, picture, 1920));
    expect(body.querySelectorAll('*')).toHaveLength(2);
    expect(body.querySelector('img')?.getAttribute('alt')).toBe(name);
    expect(body.querySelector('img')?.hasAttribute('onerror')).toBe(false);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'http://acme.feishu.cn/docx/Doc', '/docx/Doc', ''])(
    'does not link to %s',
    (address) => {
      expect(parse(clipboardHtml({ name: 'a', link: address }, picture, 1920)).querySelector('a')).toBeNull();
    },
  );
});

describe('clipboardHtmlOfAll', () => {
  it('has each board in order, its name linked above its picture', () => {
    const boards = ['一 <1>', '二'].map((name) => ({ board: { name, link }, picture }));
    const paragraphs = parse(clipboardHtmlOfAll(boards, 1920)).querySelectorAll('p');
    expect(Array.from(paragraphs, (paragraph) => paragraph.textContent)).toEqual(['一 <1>', '', '二', '']);
    expect(paragraphs[0]?.querySelector('a')?.getAttribute('href')).toBe(link);
    expect(paragraphs[3]?.querySelector('img')?.getAttribute('alt')).toBe('二');
  });
});

describe('shownSize', () => {
  // prettier-ignore
  const cases: [what: string, size: [number, number], intended: number, shown: [number, number]][] = [
    ['as wide as intended: half', [1920, 1080], 1920, [960, 540]],
    ['wider than intended: half of that', [4000, 1000], 1920, [960, 240]],
    ['smaller: as it is', [400, 300], 1920, [400, 300]],
    ['very flat: still a pixel high', [20_000, 3], 1920, [960, 1]],
    ['another width intended', [3840, 2160], 2560, [1280, 720]],
  ];
  it.each(cases)('%s', (_what, [width, height], intended, [shownWidth, shownHeight]) => {
    expect(shownSize({ width, height }, intended)).toEqual({ width: shownWidth, height: shownHeight });
  });
});
