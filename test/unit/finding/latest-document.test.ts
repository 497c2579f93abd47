// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { latestDocument } from '../../../components/finding/latest-document';
import { rememberShownList } from '../../../components/finding/remember-shown-list';

const urlOf = (document: string): string => `https://acme.feishu.cn/docx/${document}`;

async function show(document: string, at: number, boards = 1): Promise<void> {
  const rows = Array.from({ length: boards }, (_, index) => ({
    board: { blockId: `b${index}`, number: index + 1, mounted: true },
    name: 'Flow',
  }));
  await rememberShownList(
    { open: () => localStorage, mayKeep: async () => true, now: () => at },
    {
      url: urlOf(document),
      brand: 'feishu',
      title: `Title of ${document}`,
      rows,
      settled: true,
      complete: true,
    },
  );
}

const latest = (except?: string) => latestDocument(() => localStorage, except)?.title;

beforeEach(() => localStorage.clear());

describe('the document that was shown last', () => {
  it('is the one, whatever order the storage has', async () => {
    await show('b', 3);
    await show('a', 2);
    await show('c', 1);
    expect(latest()).toBe('Title of b');
  });

  it('is not the one that is open, and has boards', async () => {
    await show('a', 1);
    await show('b', 2);
    await show('empty', 3, 0);
    expect(latest(`${urlOf('b')}?from=wiki#part`)).toBe('Title of a');
  });

  it('may lie beside something that cannot be read', async () => {
    localStorage.setItem(`shown-list ${urlOf('x')}`, '{');
    await show('a', 1);
    expect(latest()).toBe('Title of a');
  });

  it('is none where nothing is kept, or nothing can be', () => {
    expect(latest()).toBeUndefined();
    const fail = (): never => {
      throw new DOMException('no', 'SecurityError');
    };
    expect(latestDocument(fail, undefined)).toBeUndefined();
  });
});
