import { describe, expect, it } from 'vitest';
import { parsePageDescription } from '../../../components/boards/page-description';
import { AppError } from '../../../components/errors';

const page = {
  url: 'https://acme.feishu.cn/docx/x',
  title: 'Plan',
  mountedBlockIds: ['a', 'b'],
  isLeft: false,
};

describe('parsePageDescription', () => {
  it('cleans the title and takes each board once', () => {
    const parsed = parsePageDescription({
      ...page,
      title: ' Plan\u200B',
      mountedBlockIds: ['a', 'b', 'a'],
    });
    expect(parsed).toEqual(page);
  });

  it.each([
    undefined,
    null,
    'page',
    {},
    { ...page, title: 7 },
    { ...page, mountedBlockIds: ['../x'] },
    { ...page, mountedBlockIds: [''] },
    { ...page, mountedBlockIds: Array.from({ length: 2001 }, (_, n) => `b${n}`) },
  ])('refuses %o', (reply) => {
    expect(() => parsePageDescription(reply)).toThrow(AppError);
  });
});
