import { describe, expect, it } from 'vitest';
import type { Look } from '../../../components/images/look-at-picture';
import { createLookInWorker, type LookWorker } from '../../../components/images/look-in-worker';
import { pngHeader, pngSignature } from '../../corpus/write-png';

const raster = new Blob([new Uint8Array(Buffer.concat([pngSignature, pngHeader(45, 30)]))]);
const drawing = new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>']);
const seenHere: Look = { faults: [], thumbnail: new Blob(['here']) };
const seenThere: Look = { faults: ['blank'], thumbnail: new Blob(['there']) };

/** A worker that answers each blob as it is told to, or breaks. */
function fakeWorker(answer: () => unknown) {
  const target = new EventTarget();
  const asked: unknown[] = [];
  const worker: LookWorker = {
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    postMessage: (blob: unknown) => {
      asked.push(blob);
      const data = answer();
      queueMicrotask(() =>
        target.dispatchEvent(data === 'broken' ? new Event('error') : new MessageEvent('message', { data })),
      );
    },
  };
  return { worker, asked };
}

const looking = (start: () => LookWorker) => {
  const here: Blob[] = [];
  const lookAt = createLookInWorker(async (blob) => {
    here.push(blob);
    return seenHere;
  }, start);
  return { lookAt, here };
};

describe('looking in a worker', () => {
  it('starts it with the first picture, and asks the same one about all', async () => {
    const { worker, asked } = fakeWorker(() => seenThere);
    let started = 0;
    const { lookAt, here } = looking(() => {
      started += 1;
      return worker;
    });
    expect(started).toBe(0);
    expect(await lookAt(raster)).toBe(seenThere);
    expect(await lookAt(raster)).toBe(seenThere);
    expect([started, asked, here]).toEqual([1, [raster, raster], []]);
  });

  it('keeps drawings here, which need a page', async () => {
    const { worker, asked } = fakeWorker(() => seenThere);
    const { lookAt, here } = looking(() => worker);
    expect(await lookAt(drawing)).toBe(seenHere);
    expect([asked, here]).toEqual([[], [drawing]]);
  });

  it('fails as the worker says', async () => {
    const { worker } = fakeWorker(() => ({ error: 'image-undecodable' }));
    const { lookAt, here } = looking(() => worker);
    await expect(lookAt(raster)).rejects.toMatchObject({ code: 'image-undecodable' });
    expect(here).toEqual([]);
  });

  it.each([
    ['there can be none', undefined],
    ['it breaks', 'broken'],
    ['it answers what nobody understands', { faults: 'many' }],
  ])('is done here, from then on, where %s', async (_, answer) => {
    const { worker, asked } = fakeWorker(() => answer);
    const { lookAt, here } = looking(() => {
      if (answer === undefined) throw new TypeError('no workers');
      return worker;
    });
    expect(await lookAt(raster)).toBe(seenHere);
    expect(await lookAt(raster)).toBe(seenHere);
    expect(here).toEqual([raster, raster]);
    expect(asked.length).toBeLessThanOrEqual(1);
  });
});
