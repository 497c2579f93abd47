import { describe, expect, it } from 'vitest';
import { AppError } from '../../../components/errors';
import { createBoardVectors } from '../../../components/tasks/board-vectors';

const board = { brand: 'company', whiteboardId: 'wb1' } as const;

/** A company whose first host has no export, and whose next one has. */
function movingCompany() {
  const known = new Map<string, boolean>();
  const world = { host: 'open.old.example', asked: [] as string[] };
  const exportBoard = async (): Promise<Blob> => {
    world.asked.push(world.host);
    if (world.host === 'open.old.example') throw new AppError('endpoint-missing');
    return new Blob(['drawing']);
  };
  const vectors = createBoardVectors({
    clientFor: () => ({ exportBoard }),
    hostOf: async () => world.host,
    memory: { get: (host) => known.get(host), set: (host, exports) => void known.set(host, exports) },
  });
  return { vectors, world };
}

describe('drawings of boards', () => {
  it('are asked for once at a host that has none', async () => {
    const { vectors, world } = movingCompany();
    await expect(vectors.get(board)).rejects.toMatchObject({ code: 'endpoint-missing' });
    await expect(vectors.get(board)).rejects.toMatchObject({ code: 'endpoint-missing' });
    expect(await vectors.areThere(board)).toBe(false);
    expect(world.asked).toEqual(['open.old.example']);
  });

  it('are asked for at once where a company has moved to another host', async () => {
    const { vectors, world } = movingCompany();
    expect(await vectors.areThere(board)).toBe(false);
    world.host = 'open.new.example';
    expect(await vectors.areThere(board)).toBe(true);
    expect(await (await vectors.get(board)).text()).toBe('drawing');
  });

  it('are not there where nobody knows whom to ask', async () => {
    const vectors = createBoardVectors({
      clientFor: () => ({ exportBoard: async () => new Blob() }),
      hostOf: () => Promise.reject(new AppError('company-hosts-missing')),
      memory: { get: () => undefined, set: () => {} },
    });
    expect(await vectors.areThere(board)).toBe(false);
  });
});
