import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createOutbox } from '../../../components/image-store/outbox';

describe('outbox', () => {
  it('hands a blob from one context to another', async () => {
    const id = await createOutbox().put(new Blob(['file'], { type: 'application/zip' }));
    const blob = await createOutbox().get(id);
    expect(blob?.type).toBe('application/zip');
    expect(await blob?.text()).toBe('file');
  });

  it('forgets one blob, or all', async () => {
    const outbox = createOutbox();
    const [first, second, third] = await Promise.all([
      outbox.put(new Blob(['1'])),
      outbox.put(new Blob(['2'])),
      outbox.put(new Blob(['3'])),
    ]);
    await outbox.remove(first);
    expect(await outbox.get(first)).toBeUndefined();
    expect(await outbox.get(second)).toBeDefined();
    await outbox.clear();
    expect(await outbox.get(third)).toBeUndefined();
  });
});
