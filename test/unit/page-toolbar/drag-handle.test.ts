// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { createDragHandle } from '../../../components/page-toolbar/drag-handle';
import { setLocale } from '../i18n/fake-i18n';

beforeEach(() => setLocale('en'));

/** What a drag that begins on the handle carries. */
interface Carried {
  texts: Record<string, string>;
  files: File[];
}

function drag(element: HTMLElement): Carried {
  const carried: Carried = { texts: {}, files: [] };
  const event = new Event('dragstart');
  Object.assign(event, {
    dataTransfer: {
      items: { add: (file: File) => carried.files.push(file) },
      setData: (type: string, text: string) => (carried.texts[type] = text),
    },
  });
  element.dispatchEvent(event);
  return carried;
}

async function readyHandle(name: string): Promise<HTMLElement> {
  const blob = new Blob(['png'], { type: 'image/png' });
  const { element } = createDragHandle({
    page: document,
    load: async () => ({ blob, name }),
    onFailure: () => {},
  });
  expect(drag(element)).toEqual({ texts: {}, files: [] });
  element.dispatchEvent(new Event('pointerenter'));
  await expect.poll(() => element.draggable).toBe(true);
  return element;
}

describe('a drag by the handle', () => {
  it('carries the picture as a file of the board’s name, for pages and for the desktop', async () => {
    const { texts, files } = drag(await readyHandle('支付流程总览'));
    expect(files.map(({ name, type }) => [name, type])).toEqual([['支付流程总览.png', 'image/png']]);
    expect(texts['DownloadURL']).toBe(`image/png:支付流程总览.png:${texts['text/uri-list']}`);
    expect(texts['text/uri-list']).toMatch(/^blob:/);
  });

  it('carries no path and no colon in the name', async () => {
    const { files } = drag(await readyHandle(' a/b\\c:d*?"<>| '));
    expect(files[0]?.name).toBe('a b c d.png');
  });
});
