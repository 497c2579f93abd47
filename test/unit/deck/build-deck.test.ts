import { beforeAll, describe, expect, it } from 'vitest';
import JSZip from 'jszip';
import sharp from 'sharp';
import { buildDeck } from '../../../components/deck/build-deck';
import type { DeckBoard, DeckInput, DeckPicture } from '../../../components/deck/deck-input';
import { draftDeck } from '../../../components/deck/draft-deck';
import { AppError } from '../../../components/errors';
import { deckFaults } from '../../deck/deck-faults';
import { elements, readDeck, type ReadDeck } from '../../deck/read-deck';

const emuPerInch = 914_400;
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="400"><rect width="800" height="400"/></svg>';

/** A picture of one colour. */
async function picture(
  width: number,
  height: number,
  format: 'png' | 'jpeg' | 'gif' | 'webp',
): Promise<Blob> {
  const background = { r: width % 255, g: 120, b: 60 };
  const bytes = await sharp({ create: { width, height, channels: 3, background } })
    .toFormat(format)
    .toBuffer();
  return new Blob([new Uint8Array(bytes)]);
}

const boards: DeckBoard[] = [
  { name: '支付流程总览', heading: '一、支付', link: 'https://acme.feishu.cn/docx/Doc?from=a&to=b#block-1' },
  { name: `Login & "sequence" <'1'>`, alt: 'Who asks & who answers' },
  { name: 'System architecture', link: 'https://acme.feishu.cn/docx/Doc#block-3' },
];

let pictures: DeckPicture[];
beforeAll(async () => {
  pictures = [
    { picture: await picture(1920, 1080, 'png') },
    { picture: await picture(300, 900, 'jpeg') },
    { picture: await picture(1600, 800, 'png'), vector: new Blob([svg]) },
  ];
});

const input = (change: Partial<DeckInput> = {}): DeckInput => ({
  title: '结算系统设计 · Checkout & co',
  link: 'https://acme.feishu.cn/docx/Doc',
  date: '2026年11月22日',
  shape: '16:9',
  cover: true,
  boards,
  read: async (index) => pictures[index] ?? { picture: new Blob() },
  createdAt: Date.UTC(2026, 10, 22),
  ...change,
});

const bytesOf = async (blob: Blob | undefined): Promise<Buffer> =>
  Buffer.from((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));

describe('the package', () => {
  it.each(['16:9', '4:3'] as const)(
    'is sound at %s, with cover, links, notes and a vector',
    async (shape) => {
      expect(deckFaults(await readDeck(await buildDeck(input({ shape }))))).toEqual([]);
    },
  );

  it('is sound without cover, links, headings and title', async () => {
    const deck = await readDeck(
      await buildDeck(
        input({ title: '', link: undefined, cover: false, boards: boards.map(({ name }) => ({ name })) }),
      ),
    );
    expect(deckFaults(deck)).toEqual([]);
    expect(deck.slides).toHaveLength(3);
  });

  it('would not be sound as the library leaves it', async () => {
    const archive = new JSZip();
    for (const [part, xml] of await draftDeck(input())) archive.file(part, xml, { createFolders: false });
    const faults = deckFaults(await readDeck(await archive.generateAsync({ type: 'nodebuffer' })));
    expect(faults).toContain('a type is named for ppt/slideMasters/slideMaster2.xml, which is not there');
    expect(faults).toContain('ppt/slides/slide2.xml leads to ppt/media/image-2-1.png, which is not there');
    expect(faults).toContain('ppt/theme/theme1.xml belongs to two masters');
  });

  it('is known for what it is by type and by how it begins', async () => {
    const deck = await buildDeck(input());
    expect(deck.type).toBe('application/vnd.openxmlformats-officedocument.presentationml.presentation');
    const { names } = await readDeck(deck);
    expect(names.slice(0, 2)).toEqual(['[Content_Types].xml', '_rels/.rels']);
    expect(names[2]).toMatch(/^ppt\//);
  });

  it('names the registered type of each picture', async () => {
    const deck = await readDeck(await buildDeck(input()));
    const types = deck.names
      .filter((name) => name.startsWith('ppt/media/'))
      .map((name) => [name, deck.contentType(name)]);
    expect(types).toEqual([
      ['ppt/media/board1.png', 'image/png'],
      ['ppt/media/board2.jpg', 'image/jpeg'],
      ['ppt/media/board3.png', 'image/png'],
      ['ppt/media/board3.svg', 'image/svg+xml'],
    ]);
  });

  it('lists notes masters before slides, as the schema has it', async () => {
    const presentation = (await readDeck(await buildDeck(input()))).xml('ppt/presentation.xml');
    const order = elements(presentation, '*').map(({ nodeName }) => nodeName);
    const lists = order.filter((name) => /^p:(sldMasterIdLst|notesMasterIdLst|sldIdLst|sldSz)$/.test(name));
    expect(lists).toEqual(['p:sldMasterIdLst', 'p:notesMasterIdLst', 'p:sldIdLst', 'p:sldSz']);
  });

  it('has fonts for Chinese text in both roles of both themes', async () => {
    const deck = await readDeck(await buildDeck(input()));
    for (const theme of ['ppt/theme/theme1.xml', 'ppt/theme/theme2.xml']) {
      const fonts = elements(deck.xml(theme), 'a:ea').map((font) => font.getAttribute('typeface'));
      expect(fonts).toEqual(['Microsoft YaHei', 'Microsoft YaHei']);
    }
  });

  it('keeps texts that would break XML from breaking it', async () => {
    const hostile = '\u0000\u0001a\u2028b\uD800c\uFFFEd $& $1 ]]> &amp; <a:t>';
    const link = 'https://acme.feishu.cn/docx/Doc?a="1"&b=<2>';
    const changed = { name: hostile, heading: hostile, alt: hostile, link };
    const deck = await readDeck(
      await buildDeck(input({ title: hostile, date: hostile, link, boards: [changed] })),
    );
    expect(deckFaults(deck)).toEqual([]);
    expect(deck.text('ppt/slides/slide2.xml')).toContain('a bcd $& $1 ]]> &amp; <a:t>');
    const links = deck.relations('ppt/slides/slide2.xml').filter(({ isExternal }) => isExternal);
    expect(links.map(({ target }) => target)).toEqual([link]);
  });
});

describe('the slides', () => {
  it('are one for each board, after the cover', async () => {
    const deck = await readDeck(await buildDeck(input()));
    expect(deck.slides).toEqual([1, 2, 3, 4].map((n) => `ppt/slides/slide${n}.xml`));
    expect(deck.text('ppt/slides/slide1.xml')).toBe('结算系统设计 · Checkout & co\n2026年11月22日');
    const first = boards.map(({ name }, index) => [
      deck.text(`ppt/slides/slide${index + 2}.xml`).split('\n')[0],
      name,
    ]);
    for (const [title, name] of first) expect(title).toBe(name);
  });

  it('hold each picture byte for byte, beside its vector', async () => {
    const deck = await readDeck(await buildDeck(input()));
    for (const [index, { picture: sent, vector }] of pictures.entries()) {
      const images = deck
        .relations(`ppt/slides/slide${index + 2}.xml`)
        .filter(({ type }) => type === 'image');
      const [shown, asVector] = images.map(({ target }) => deck.bytes(target));
      expect(shown?.equals(await bytesOf(sent))).toBe(true);
      expect(asVector?.toString()).toBe(vector && svg);
    }
  });

  it.each(['16:9', '4:3'] as const)('show pictures whole and undistorted at %s', async (shape) => {
    const deck = await readDeck(await buildDeck(input({ shape })));
    const size = elements(deck.xml('ppt/presentation.xml'), 'p:sldSz')[0];
    const [width, height] = ['cx', 'cy'].map((side) => Number(size?.getAttribute(side)));
    expect((width ?? 0) / (height ?? 0)).toBeCloseTo(shape === '16:9' ? 16 / 9 : 4 / 3, 3);
    for (const [index, proportions] of [1920 / 1080, 300 / 900, 1600 / 800].entries()) {
      const { x, y, cx, cy } = frameOf(deck, index + 2);
      expect(cx / cy).toBeCloseTo(proportions, 3);
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(x + cx).toBeLessThanOrEqual(width ?? 0);
      expect(y + cy).toBeLessThanOrEqual(height ?? 0);
      expect(x + cx / 2).toBeCloseTo((width ?? 0) / 2, -1);
    }
  });

  it('show a small picture no larger than a point for each pixel', async () => {
    const small = { picture: await picture(72, 36, 'png') };
    const deck = await readDeck(await buildDeck(input({ read: async () => small })));
    expect(frameOf(deck, 2)).toMatchObject({ cx: emuPerInch, cy: emuPerInch / 2 });
  });

  it('say what the picture is to those who do not see it', async () => {
    const deck = await readDeck(await buildDeck(input()));
    const alt = boards.map((_, index) =>
      elements(deck.xml(`ppt/slides/slide${index + 2}.xml`), 'p:cNvPr')
        .map((shape) => shape.getAttribute('descr'))
        .find((description) => description !== null),
    );
    expect(alt).toEqual(['支付流程总览', 'Who asks & who answers', 'System architecture']);
  });

  it('link back to the board where it has an address, not from the picture', async () => {
    const deck = await readDeck(await buildDeck(input()));
    const links = boards.map((_, index) =>
      deck
        .relations(`ppt/slides/slide${index + 2}.xml`)
        .filter(({ type }) => type === 'hyperlink')
        .map(({ target }) => target),
    );
    expect(links).toEqual([[boards[0]?.link], [], [boards[2]?.link]]);
    const clicks = elements(deck.xml('ppt/slides/slide2.xml'), 'a:hlinkClick');
    expect(clicks.map(({ parentNode }) => parentNode?.nodeName)).toEqual(['a:rPr']);
  });

  it('have notes with document, heading, date and address, a paragraph each', async () => {
    const deck = await readDeck(await buildDeck(input()));
    const notes =
      deck.relations('ppt/slides/slide2.xml').find(({ type }) => type === 'notesSlide')?.target ?? '';
    const paragraphs = elements(deck.xml(notes), 'a:p').map(({ textContent }) => textContent);
    expect(paragraphs).toEqual([
      '结算系统设计 · Checkout & co',
      '一、支付',
      '2026年11月22日',
      'https://acme.feishu.cn/docx/Doc?from=a&to=b#block-1',
      '2',
    ]);
  });

  it('have titles that fit, however long the name', async () => {
    const name = '很长的名字 very long name '.repeat(12);
    const deck = await readDeck(await buildDeck(input({ boards: [{ name }] })));
    const sizes = elements(deck.xml('ppt/slides/slide2.xml'), 'a:rPr').map((run) =>
      Number(run.getAttribute('sz')),
    );
    expect(sizes[0]).toBeLessThan(2400);
    expect(sizes[0]).toBeGreaterThanOrEqual(1200);
  });
});

describe('making it', () => {
  it('reads one picture at a time, each once, and tells how far it is', async () => {
    let open = 0;
    let most = 0;
    const steps: string[] = [];
    const read = async (index: number): Promise<DeckPicture> => {
      most = Math.max(most, ++open);
      steps.push(`read ${index}`);
      await Promise.resolve();
      open--;
      return pictures[index] ?? { picture: new Blob() };
    };
    await buildDeck(input({ read }), { onProgress: (done, total) => steps.push(`${done}/${total}`) });
    expect(most).toBe(1);
    expect(steps).toEqual(['read 0', '1/3', 'read 1', '2/3', 'read 2', '3/3']);
  });

  it('stops between two pictures when it is cancelled', async () => {
    const controller = new AbortController();
    const read: number[] = [];
    const making = buildDeck(
      input({
        read: async (index) => {
          read.push(index);
          return pictures[index] ?? { picture: new Blob() };
        },
      }),
      { signal: controller.signal, onProgress: () => controller.abort() },
    );
    await expect(making).rejects.toMatchObject({ code: 'cancelled' });
    expect(read).toEqual([0]);
  });

  it('fails as the reading of a picture fails', async () => {
    const read = async (): Promise<never> => Promise.reject(new AppError('storage-failed'));
    await expect(buildDeck(input({ read }))).rejects.toMatchObject({ code: 'storage-failed' });
  });

  it.each(['webp', 'svg', 'text'] as const)('takes no %s for the picture of a slide', async (what) => {
    const wrong =
      what === 'webp' ? await picture(20, 20, 'webp') : new Blob([what === 'svg' ? svg : 'hello']);
    const making = buildDeck(input({ read: async () => ({ picture: wrong }) }));
    await expect(making).rejects.toMatchObject({ code: 'image-undecodable' });
  });
});

/** Where the picture of a slide stands. */
function frameOf(deck: ReadDeck, slide: number): Record<'x' | 'y' | 'cx' | 'cy', number> {
  const shape = elements(deck.xml(`ppt/slides/slide${slide}.xml`), 'p:pic')[0];
  const frame = shape?.getElementsByTagName('a:xfrm')[0];
  const value = (tag: string, name: string): number =>
    Number(frame?.getElementsByTagName(tag)[0]?.getAttribute(name));
  return {
    x: value('a:off', 'x'),
    y: value('a:off', 'y'),
    cx: value('a:ext', 'cx'),
    cy: value('a:ext', 'cy'),
  };
}
