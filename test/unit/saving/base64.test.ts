import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64ToBlob, blobToBase64 } from '../../../components/saving/base64';

describe('base64', () => {
  it('brings any bytes there and back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 100 }), async (bytes) => {
        const base64 = await blobToBase64(new Blob([new Uint8Array(bytes)]));
        expect(base64).toBe(Buffer.from(bytes).toString('base64'));
        expect(await base64ToBlob(base64, 'image/png').bytes()).toEqual(bytes);
      }),
    );
  });

  it('takes 30 MB without overflowing the stack', async () => {
    const bytes = randomBytes(30_000_001);
    const base64 = await blobToBase64(new Blob([bytes]));
    expect(base64).toHaveLength(40_000_004);
    const blob = base64ToBlob(base64, 'image/png');
    expect(blob.type).toBe('image/png');
    expect(bytes.equals(new Uint8Array(await blob.arrayBuffer()))).toBe(true);
  }, 30_000);

  it('refuses what is not base64', () => {
    expect(() => base64ToBlob('%%%', 'image/png')).toThrow('message-invalid');
  });
});
