// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createDragSource } from '../../../components/dragging/drag-source';

/** What a drag that begins on an image carries: what the browser puts there itself, and what is added. */
function drag(element: HTMLElement, native: { texts?: Record<string, string>; files?: File[] } = {}) {
  const texts: Record<string, string> = { ...native.texts };
  const files = [...(native.files ?? [])];
  const dataTransfer = {
    effectAllowed: 'all',
    preview: undefined as Element | undefined,
    get types() {
      return Object.keys(texts);
    },
    items: Object.assign(
      files.map(() => ({ kind: 'file' })),
      { add: (file: File) => files.push(file) },
    ),
    setData: (type: string, text: string) => (texts[type] = text),
    setDragImage: (shown: Element) => (dataTransfer.preview = shown),
  };
  element.dispatchEvent(Object.assign(new Event('dragstart'), { dataTransfer }));
  return { texts, files, effect: dataTransfer.effectAllowed, preview: dataTransfer.preview };
}

const blob = new Blob(['png'], { type: 'image/png' });
const picture = { blob, name: '支付流程总览', html: '<img src="data:image/png;base64,AA">' };
const preview = document.createElement('img');

beforeEach(() => {
  // This DOM decodes nothing.
  vi.spyOn(HTMLImageElement.prototype, 'decode').mockResolvedValue(undefined);
});

describe('a drag of a picture', () => {
  it('carries the picture under its name for the desktop, and within HTML for editors', async () => {
    const { element } = await createDragSource(document, picture, preview);
    const { texts, effect, preview: shown } = drag(element);
    expect(element.draggable).toBe(true);
    expect(texts['DownloadURL']).toBe(`image/png:支付流程总览.png:${element.src}`);
    expect(texts['text/html']).toBe(picture.html);
    expect(texts['text/uri-list']).toBe(element.src);
    expect(element.src).toMatch(/^blob:/);
    expect(effect).toBe('copy');
    expect(shown).toBe(preview);
  });

  it('adds the file where the browser has none of the image', async () => {
    const { element } = await createDragSource(document, picture, preview);
    expect(drag(element).files.map(({ name, type }) => [name, type])).toEqual([
      ['支付流程总览.png', 'image/png'],
    ]);
  });

  it('leaves it at what the browser has of the image itself', async () => {
    const { element } = await createDragSource(document, picture, preview);
    const native = { files: [new File([blob], 'image.png')], texts: { 'text/uri-list': 'blob:x' } };
    const { files, texts } = drag(element, native);
    expect(files).toEqual(native.files);
    expect(texts['text/uri-list']).toBe('blob:x');
  });

  it('leaves HTML out that no other program would take', async () => {
    const huge = { ...picture, html: 'x'.repeat(16_000_001) };
    const { element } = await createDragSource(document, huge, preview);
    expect(drag(element).texts['text/html']).toBeUndefined();
  });

  it('lets go of a picture that is not loaded, and says so', async () => {
    vi.mocked(HTMLImageElement.prototype.decode).mockRejectedValue(new Error('blocked'));
    const revoke = vi.spyOn(URL, 'revokeObjectURL');
    await expect(createDragSource(document, picture, preview)).rejects.toThrow('blocked');
    expect(revoke).toHaveBeenCalledOnce();
  });

  it('is over when it is removed', async () => {
    const revoke = vi.spyOn(URL, 'revokeObjectURL');
    const { element, remove } = await createDragSource(document, picture, preview);
    document.body.append(element);
    remove();
    expect(element.isConnected).toBe(false);
    expect(revoke).toHaveBeenCalledWith(element.src);
  });
});
