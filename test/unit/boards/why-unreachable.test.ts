import { expect, it } from 'vitest';
import { whyUnreachable } from '../../../components/boards/why-unreachable';

const document = 'https://acme.feishu.cn/docx/x';

it.each([
  [false, document, 'page-unreachable'],
  [false, undefined, 'page-not-document'],
  [false, 'chrome://settings/', 'page-not-document'],
  [true, document, 'hosts-not-allowed'],
  [true, undefined, 'hosts-not-allowed'],
])('hosts missing: %s, address: %s → %s', (areHostsMissing, url, code) => {
  expect(whyUnreachable(areHostsMissing, url)).toBe(code);
});
