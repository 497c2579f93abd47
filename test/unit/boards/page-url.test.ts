import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  brandOfHost,
  documentHosts,
  documentMatches,
  parseDocumentAddress,
} from '../../../components/boards/page-url';
import { AppError } from '../../../components/errors';

const token = 'FMnodrAcyoG0TLxDf4Ec8Ya1nJb';

function codeFor(url: string): string {
  try {
    parseDocumentAddress(url);
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown.code;
    throw thrown;
  }
  return 'none';
}

describe('parseDocumentAddress', () => {
  it.each([
    [`https://acme.feishu.cn/docx/${token}`, 'feishu', 'docx'],
    [`https://acme.feishu.cn/docx/${token}/`, 'feishu', 'docx'],
    [`https://acme.feishu.cn/docx/${token}?from=from_copylink#share-A`, 'feishu', 'docx'],
    [`https://acme.feishu.cn/wiki/${token}`, 'feishu', 'wiki'],
    [`https://ACME.Feishu.CN/wiki/${token}`, 'feishu', 'wiki'],
    [`https://acme.larkoffice.com/docx/${token}`, 'feishu', 'docx'],
    [`https://acme.larkenterprise.com/docx/${token}`, 'feishu', 'docx'],
    [`https://acme.feishu.net/docx/${token}`, 'feishu', 'docx'],
    [`https://acme.feishu-pre.net/docx/${token}`, 'feishu', 'docx'],
    [`https://acme.larksuite.com/docx/${token}`, 'lark', 'docx'],
    [`https://acme.jp.larksuite.com/wiki/${token}`, 'lark', 'wiki'],
    [`https://acme.feishu.cn:8443/docx/${token}`, 'feishu', 'docx'],
  ])('reads %s', (url, brand, kind) => {
    expect(parseDocumentAddress(url)).toEqual({ brand, kind, token });
  });

  it.each(['docs', 'doc', 'sheets', 'base', 'mindnotes', 'slides', 'file', 'minutes', 'board'])(
    'says that /%s/ is of a kind that is not supported',
    (kind) => {
      expect(codeFor(`https://acme.feishu.cn/${kind}/${token}`)).toBe('page-kind-unsupported');
    },
  );

  it.each([
    '',
    'about:blank',
    'chrome://extensions',
    `http://acme.feishu.cn/docx/${token}`,
    `https://evilfeishu.cn/docx/${token}`,
    `https://feishu.cn.evil.example/docx/${token}`,
    `https://example.com/docx/${token}`,
    `https://open.feishu.cn/docx/${token}`,
    `https://accounts.larksuite.com/wiki/${token}`,
    `https://open.jp.larksuite.com/wiki/${token}`,
    'https://acme.feishu.cn/',
    'https://acme.feishu.cn/docx',
    'https://acme.feishu.cn/docx/',
    'https://acme.feishu.cn/wiki/settings',
    'https://acme.feishu.cn/wiki/space/7034502641455497244',
    `https://acme.feishu.cn/drive/home/${token}`,
    `https://acme.feishu.cn/docx/${token}/edit`,
    `https://acme.feishu.cn/docx/..%2F${token}`,
    `https://acme.feishu.cn/DOCX/${token}`,
  ])('says that %s is no document', (url) => {
    expect(codeFor(url)).toBe('page-not-document');
  });

  const kinds = fc.constantFrom('docx', 'wiki', 'docs', '');

  it('reads or refuses any path', () => {
    fc.assert(
      fc.property(kinds, fc.string({ maxLength: 40 }), (kind, rest) => {
        const code = codeFor(`https://acme.feishu.cn/${kind}/${rest}`);
        expect(['none', 'page-not-document', 'page-kind-unsupported']).toContain(code);
      }),
    );
  });

  it('reads no token but what is safe in another path', () => {
    const unit = fc.oneof(
      { weight: 30, arbitrary: fc.stringMatching(/^[\w-]$/) },
      { weight: 1, arbitrary: fc.constantFrom('/', '%', '.', '?', '#') },
    );
    fc.assert(
      fc.property(kinds, fc.string({ unit, minLength: 16, maxLength: 64 }), (kind, rest) => {
        const url = `https://acme.feishu.cn/${kind}/${rest}`;
        fc.pre(codeFor(url) === 'none');
        expect(parseDocumentAddress(url).token).toMatch(/^[\w-]{16,64}$/);
      }),
    );
  });
});

describe('brandOfHost', () => {
  it('knows a host and its subdomains, and nobody who only ends alike', () => {
    for (const host of documentHosts) {
      expect(brandOfHost(host)).toBeDefined();
      expect(brandOfHost(`a.b.${host}`)).toBe(brandOfHost(host));
      expect(brandOfHost(`evil${host}`)).toBeUndefined();
      expect(brandOfHost(`${host}.evil.example`)).toBeUndefined();
    }
  });

  it('has a match pattern for each host', () => {
    expect(documentMatches).toContain('https://*.feishu.cn/*');
    expect(documentMatches).toHaveLength(documentHosts.length);
  });
});
