import { beforeAll, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../components/errors';
import { type Copied, copyToClipboard, type CopyTarget } from '../../../components/saving/copy-to-clipboard';

/** As a browser's: it keeps the promise until somebody asks for the type. */
class FakeClipboardItem {
  constructor(private readonly parts: Record<string, Promise<Blob>>) {}
  get types(): string[] {
    return Object.keys(this.parts);
  }
  async getType(type: string): Promise<Blob> {
    const part = this.parts[type];
    if (part === undefined) throw new DOMException('no such type', 'NotFoundError');
    return part;
  }
}

beforeAll(() => {
  vi.stubGlobal('ClipboardItem', FakeClipboardItem);
});

function createClipboard(focused: boolean, allowed: boolean): CopyTarget & { held: Blob[] } {
  const held: Blob[] = [];
  return {
    held,
    hasFocus: () => focused,
    async write(items) {
      if (!focused || !allowed) throw new DOMException('refused', 'NotAllowedError');
      for (const item of items) {
        try {
          for (const type of item.types) held.push(await item.getType(type));
        } catch {
          throw new DOMException('the promise was rejected', 'NotAllowedError');
        }
      }
    },
  };
}

const png = new Blob(['png'], { type: 'image/png' });
const copied: Copied = { png, html: '<img alt="A">', text: 'A' };

describe('copyToClipboard', () => {
  it('asks for the clipboard in the same tick, before the picture is there', async () => {
    let asked = false;
    let give: (it: Copied) => void = () => {};
    const target = createClipboard(true, true);
    const promised = new Promise<Copied>((resolve) => {
      give = resolve;
    });
    const done = copyToClipboard('picture', promised, {
      ...target,
      write: (items) => {
        asked = true;
        return target.write(items);
      },
    });
    expect(asked).toBe(true);
    give(copied);
    await done;
    expect(target.held.map(({ type }) => type)).toEqual(['image/png', 'text/html']);
    expect(target.held[0]).toBe(png);
    expect(await target.held[1]?.text()).toBe(copied.html);
  });

  it('copies a document of several boards as HTML and as text', async () => {
    const target = createClipboard(true, true);
    await copyToClipboard('document', Promise.resolve(copied), target);
    expect(target.held.map(({ type }) => type)).toEqual(['text/html', 'text/plain']);
    expect(await target.held[1]?.text()).toBe('A');
  });

  it('tells a page without focus from a clipboard that is forbidden', async () => {
    await expect(
      copyToClipboard('picture', Promise.resolve(copied), createClipboard(false, true)),
    ).rejects.toMatchObject({
      code: 'clipboard-unfocused',
    });
    await expect(
      copyToClipboard('picture', Promise.resolve(copied), createClipboard(true, false)),
    ).rejects.toMatchObject({
      code: 'clipboard-denied',
    });
  });

  it('passes on why there is no picture, in our own words', async () => {
    const failed = Promise.reject<Copied>(new AppError('board-forbidden'));
    await expect(copyToClipboard('picture', failed, createClipboard(true, true))).rejects.toMatchObject({
      code: 'board-forbidden',
    });
  });

  it('leaves no failure unhandled when the clipboard was refused first', async () => {
    const unhandled = vi.fn<() => void>();
    process.on('unhandledRejection', unhandled);
    let fail: (error: Error) => void = () => {};
    const later = new Promise<Copied>((_, reject) => {
      fail = reject;
    });
    await expect(copyToClipboard('picture', later, createClipboard(true, false))).rejects.toThrow(
      'clipboard-denied',
    );
    fail(new AppError('network-failed'));
    await new Promise(setImmediate);
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
});
