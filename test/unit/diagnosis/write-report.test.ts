import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markupNames } from '../../../components/diagnosis/count-markup';
import type { Met } from '../../../components/diagnosis/met';
import { parseProbe } from '../../../components/diagnosis/parse-probe';
import { writeReport } from '../../../components/diagnosis/write-report';
import type { BoardList, BoardRow } from '../../../components/messaging/protocol';

const at = Date.UTC(2026, 10, 22, 14, 2);
const token = 'FMnodrAcyoG0TLxDf4Ec8Ya1nJb';
const url = `https://acme.feishu.cn/docx/${token}`;

const row = (change: Partial<BoardRow['board']> = {}): BoardRow => ({
  name: 'Payment flow',
  board: {
    blockId: 'M2kUd6BwQoRmaHxWAP2cITVQnOc',
    whiteboardId: 'BrdPaymentFlow0000000000001',
    caption: 'Payment flow',
    number: 1,
    mounted: true,
    ...change,
  },
});

const met = (change: Partial<Met> = {}): Met => ({
  at,
  companyHosts: [],
  build: {
    version: '0.1.0',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36',
    language: 'zh-CN',
  },
  url,
  description: { ms: 3, value: { url, title: 'Plan', mountedBlockIds: ['a'], isLeft: false } },
  probe: {
    ms: 9,
    value: parseProbe({
      markup: {
        readyState: 'complete',
        isHidden: false,
        matches: [
          ['boardBlock', 4],
          ['editorRoot', 1],
        ],
        kinds: [
          ['whiteboard', 4],
          ['whiteboard_v2_preview', 1],
        ],
      },
      model: {
        shape: 'today',
        keys: [],
        documentId: token,
        counts: [
          ['blocks', 40],
          ['pending', 2],
        ],
        kinds: [['whiteboard', 13]],
        deepest: 3,
        isCut: false,
        ms: 1.4,
      },
    }),
  },
  accounts: { ms: 2, value: [{ brand: 'feishu', signedIn: true, name: 'Li Na', tokenKind: 'user' }] },
  kept: { ms: 4, value: [{ boards: 12, listedAt: at - 180_000 }] },
  lists: [
    {
      ms: 20,
      snapshot: {
        list: { url, brand: 'feishu', title: 'Plan', rows: [row()], settled: false, complete: false },
      },
    },
    {
      ms: 840,
      snapshot: {
        list: {
          url,
          brand: 'feishu',
          title: 'Plan',
          rows: [row(), row({ number: 2, blockId: 'short', mounted: false, caption: undefined })],
          settled: true,
          complete: false,
          problem: {
            code: 'app-scope-missing',
            details: {
              status: 400,
              apiCode: 99991672,
              logId: '20261103091502ABCDEF0123456789ABCD',
              scopes: ['docx:document:readonly'],
              helpUrl: 'https://open.feishu.cn/app/cli_a1b2c3/auth',
            },
          },
          gap: { code: 'list-maybe-incomplete' },
        },
      },
    },
  ],
  ...change,
});

describe('a report', () => {
  it('knows the documents of a company’s own deployment, and does not tell its hosts', () => {
    const report = writeReport(
      met({
        url: 'https://docs.acme-works.example/docx/DocxOfAcmeWorks0000000001',
        companyHosts: ['acme-works.example'],
        accounts: { ms: 1, value: [{ brand: 'company', signedIn: true, tokenKind: 'user' }] },
      }),
    );
    expect(report).toContain('page: docx Docx…(25) on other, company\n');
    expect(report).toContain('signed in: company with user token');
    expect(report).not.toContain('acme');
  });

  it('tells what was met, in codes, counts and timings', () => {
    expect(writeReport(met())).toBe(`Board Saver 0.1.0
at: 2026-11-22T14:02Z
browser: Chrome 142, Linux, zh-CN
page: docx FMno…(27) on *.feishu.cn, feishu
content script: 1 boards mounted, with title (3 ms)
page probe: answered (9 ms)
markup: complete
  selectors: boardBlock 4, editorRoot 1
  mounted blocks: whiteboard 4, whit…(21) 1
page model: today, document FMno…(27), depth 3, 1 ms
  counts: blocks 40, pending 2
  blocks: whiteboard 13
signed in: feishu with user token (2 ms)
kept lists: 12 boards, 180 s old (4 ms)
first list: 1 boards, 1 mounted, 1 with token, 1 with caption, 0 with heading, 0 in copies, 0 stored, unsettled, incomplete, with title (20 ms)
last list: 2 boards, 1 mounted, 2 with token, 1 with caption, 0 with heading, 0 in copies, 0 stored, settled, incomplete, with title (840 ms, answer 2)
problem: app-scope-missing, HTTP 400, code 99991672, log id 20261103091502ABCDEF0123456789ABCD, scopes docx:document:readonly
gap: list-maybe-incomplete
  #1 M2kU…(27), token BrdP…(27), mounted, caption
  #2 …(5), token BrdP…(27)
`);
  });

  it('tells which sources did not answer, and of what shape a model is that nobody has seen', () => {
    const error = { code: 'page-unreachable' } as const;
    const model = {
      shape: 'unknown',
      keys: ['documentStore', 'x'],
      documentId: '',
      counts: [],
      kinds: [],
      deepest: 0,
      isCut: true,
      ms: 0,
    };
    const report = writeReport(
      met({
        url: 'https://acme.larksuite.com/sheets/shtcnAbCdEfGhIjKlMnOp?from=mail',
        description: { ms: 1, error },
        probe: { ms: 1, value: parseProbe({ model }) },
        accounts: { ms: 1, error: { code: 'timed-out' } },
        kept: { ms: 1, error: { code: 'page-kind-unsupported' } },
        lists: [{ ms: 5, snapshot: { problem: error } }],
      }),
    );
    expect(report).toContain('page: page-kind-unsupported on *.larksuite.com, lark, with query\n');
    expect(report).toContain('content script: page-unreachable (1 ms)\n');
    expect(report).toContain('markup: no answer\n');
    expect(report).toContain(
      'page model: unknown, no document id, depth 0, 0 ms, cut short\n  keys: docu…(13) …(1)\n',
    );
    expect(report).toContain('signed in: timed-out (1 ms)\nkept lists: page-kind-unsupported (1 ms)\n');
    expect(report).toContain('first list: page-unreachable (5 ms)\n');
    expect(
      writeReport(met({ url: undefined, lists: [], probe: { ms: 5000, error: { code: 'timed-out' } } })),
    ).toMatch(
      /page: no address\n[^]*page probe: timed-out \(5000 ms\)\nmarkup: no answer\npage model: no answer\n[^]*list: none\n/,
    );
  });

  it('names Edge and Firefox, and no host but those of documents', () => {
    const of = (userAgent: string): string => {
      const report = writeReport(
        met({ url: 'https://intranet.example/x', build: { ...met().build, userAgent } }),
      );
      return report.split('\n').slice(2, 4).join('\n');
    };
    expect(of('Mozilla/5.0 (Windows NT 10.0) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.1')).toBe(
      'browser: Edg 142, Windows, zh-CN\npage: page-not-document on other, no brand',
    );
    expect(of('Mozilla/5.0 (Macintosh; rv:145.0) Gecko/20100101 Firefox/145.0')).toMatch(
      /^browser: Firefox 145, Mac/,
    );
    expect(of('Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/142.0.0.0 Safari/537.36')).toMatch(
      /^browser: Chrome 142, L/,
    );
    expect(of('something else')).toMatch(/^browser: another browser, another system, zh-CN/);
  });
});

/** Ids, tokens, and words of a document: everything that must not get out. */
const secret = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9_-]{12,40}$/),
  fc.stringMatching(/^[A-Z][a-z]{4,9} [a-z]{5,12} [0-9]{3,6}$/),
  fc.stringMatching(/^[一-龥]{3,12}$/),
  fc.stringMatching(/^[a-z]{13,20}_[a-z]{3,9}$/),
);

describe('whatever stands in what was met', () => {
  it('no title, name, text, token or whole id is in the report', () => {
    const count = fc.nat(5000);
    const world = fc.record({
      secrets: fc.array(secret, { minLength: 24, maxLength: 24 }),
      kind: fc.constantFrom('docx', 'wiki', 'sheets', 'secret'),
      host: fc.constantFrom('feishu.cn', 'larksuite.com', 'example.com'),
      shape: fc.constantFrom('today', 'older', 'unknown', 'none'),
      count,
    });
    fc.assert(
      fc.property(world, ({ secrets, kind, host, shape, count: some }) => {
        let next = 0;
        const planted = new Set<string>();
        const plant = (): string => {
          const one = secrets[next++ % secrets.length] ?? '';
          planted.add(one);
          return one;
        };
        const tenant =
          plant()
            .toLowerCase()
            .replace(/[^a-z0-9]/g, '') || 'x';
        const document = plant();
        const secretUrl = `https://${tenant}.${host}/${kind}/${encodeURIComponent(document)}?q=${encodeURIComponent(plant())}#${encodeURIComponent(plant())}`;
        const board = {
          blockId: plant(),
          whiteboardId: plant(),
          caption: plant(),
          heading: plant(),
          inCopy: plant(),
          number: 1,
          mounted: true,
        };
        const details = {
          logId: plant(),
          scopes: [plant(), plant()],
          helpUrl: `https://open.feishu.cn/${plant()}`,
        };
        const image = {
          key: `feishu/${plant()}/${plant()}`,
          whiteboardId: plant(),
          type: 'image/png',
          bytes: some,
          width: 1,
          height: 1,
          fetchedAt: 0,
          usedAt: 0,
        } as const;
        const list: BoardList = {
          url: secretUrl,
          brand: 'feishu',
          title: plant(),
          rows: [{ board, name: plant(), stored: image }],
          settled: true,
          complete: false,
          problem: { code: 'app-scope-missing', details },
          gap: { code: 'list-maybe-incomplete', details },
        };
        const pairs = [
          [plant(), some],
          [plant(), some],
        ];
        const report = writeReport({
          at,
          build: {
            version: plant(),
            userAgent: `Mozilla/5.0 (${plant()}) ${plant()} Chrome/142`,
            language: plant(),
          },
          companyHosts: [],
          url: secretUrl,
          description: {
            ms: 1,
            value: { url: secretUrl, title: plant(), mountedBlockIds: [plant()], isLeft: false },
          },
          probe: {
            ms: 1,
            value: parseProbe({
              markup: { readyState: 'complete', isHidden: true, matches: pairs, kinds: pairs },
              model: {
                shape,
                keys: [plant(), plant()],
                documentId: document,
                counts: pairs,
                kinds: pairs,
                deepest: 1,
                isCut: true,
                ms: 1,
              },
            }),
          },
          accounts: { ms: 1, value: [{ brand: 'feishu', signedIn: true, name: plant(), tokenKind: 'user' }] },
          kept: { ms: 1, value: [{ boards: some, listedAt: 0 }] },
          lists: [{ ms: 1, snapshot: { list } }],
        });
        expect([...planted, tenant].filter((one) => one.length > 2 && report.includes(one))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('selectors are named as we name them, not as the page does', () => {
    const name = [...markupNames][0] ?? '';
    const markup = {
      readyState: 'complete',
      isHidden: false,
      kinds: [],
      matches: [
        ['title of it', 3],
        [name, 2],
      ],
    };
    const report = writeReport(met({ probe: { ms: 1, value: parseProbe({ markup }) } }));
    expect(report).toContain(`selectors: ${name} 2\n`);
    expect(report).not.toContain('title of it');
  });
});
