import { beforeAll, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../components/errors';
import { copyImage, type CopyTarget } from '../../../components/saving/copy-image';

/** As a browser's: it keeps the promise until somebody asks for the type. */
class FakeClipboardItem {
  constructor(private readonly parts: Record<string, Promise<Blob>>) {}
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
          held.push(await item.getType('image/png'));
        } catch {
          throw new DOMException('the promise was rejected', 'NotAllowedError');
        }
      }
    },
  };
}

const png = new Blob(['png'], { type: 'image/png' });

describe('copyImage', () => {
  it('asks for the clipboard in the same tick, before the picture is there', async () => {
    let asked = false;
    let give: (blob: Blob) => void = () => {};
    const target = createClipboard(true, true);
    const promised = new Promise<Blob>((resolve) => {
      give = resolve;
    });
    const copied = copyImage(promised, {
      ...target,
      write: (items) => {
        asked = true;
        return target.write(items);
      },
    });
    expect(asked).toBe(true);
    give(png);
    await copied;
    expect(target.held).toEqual([png]);
  });

  it('tells a page without focus from a clipboard that is forbidden', async () => {
    await expect(copyImage(Promise.resolve(png), createClipboard(false, true))).rejects.toMatchObject({
      code: 'clipboard-unfocused',
    });
    await expect(copyImage(Promise.resolve(png), createClipboard(true, false))).rejects.toMatchObject({
      code: 'clipboard-denied',
    });
  });

  it('passes on why there is no picture, in our own words', async () => {
    const failed = Promise.reject<Blob>(new AppError('board-forbidden'));
    await expect(copyImage(failed, createClipboard(true, true))).rejects.toMatchObject({
      code: 'board-forbidden',
    });
  });

  it('leaves no failure unhandled when the clipboard was refused first', async () => {
    const unhandled = vi.fn<() => void>();
    process.on('unhandledRejection', unhandled);
    let fail: (error: Error) => void = () => {};
    const later = new Promise<Blob>((_, reject) => {
      fail = reject;
    });
    await expect(copyImage(later, createClipboard(true, false))).rejects.toThrow('clipboard-denied');
    fail(new AppError('network-failed'));
    await new Promise(setImmediate);
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
});
