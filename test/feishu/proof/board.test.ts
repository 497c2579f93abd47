import { describe, expect, it } from 'vitest';
import { ask, picturePath, type Answer } from './ask';
import { useFeishu } from './started';
import { boardIds, documentId, tokens } from './world';

const feishu = useFeishu();
const download = (id: string, token: string = tokens.user): Promise<Answer> =>
  ask(feishu(), picturePath(id), { token });

describe('a board', () => {
  it.each([
    ['of no possible length', 'short', 400, 2890001],
    ['with a character that no id has', 'Board-With-Dashes-000001', 400, 2890002],
    ['that nobody knows', 'BoardUnknown000000000001', 400, 2890003],
    ['without a picture', boardIds.noPicture, 400, 2890003],
    ['that was deleted', boardIds.deleted, 400, 2890003],
    ['for other readers', boardIds.forbidden, 403, 2890005],
  ])('is refused with the documented code: %s', async (_, id, status, code) => {
    const reply = await download(id);
    expect([reply.status, reply.json.code]).toEqual([status, code]);
    expect(reply.headers['content-type']).toMatch(/^application\/json/);
    expect(reply.json).toHaveProperty('error.log_id');
  });

  it('opens to its readers', async () => {
    expect((await download(boardIds.forbidden, tokens.other)).status).toBe(200);
  });

  it('is as readable as the documents that hold it', async () => {
    feishu().store.changeDocument(documentId, { readers: ['ou_li'] });
    expect((await download(boardIds.jpeg)).json.code).toBe(2890005);
    expect((await download(boardIds.jpeg, tokens.other)).status).toBe(200);
  });

  it('gives the same bytes until somebody draws on it', async () => {
    for (const id of [boardIds.png, boardIds.jpeg, boardIds.gif, boardIds.svg]) {
      const first = await download(id);
      const again = await download(id);
      feishu().store.redraw(id);
      const redrawn = await download(id);
      expect(again.bytes.equals(first.bytes)).toBe(true);
      expect(redrawn.bytes.equals(first.bytes)).toBe(false);
      expect(redrawn.headers['content-type']).toBe(first.headers['content-type']);
    }
  });

  it('is gone once deleted and back after a reset', async () => {
    feishu().store.changeBoard(boardIds.png, { state: 'deleted' });
    expect((await download(boardIds.png)).json.code).toBe(2890003);
    feishu().reset();
    expect((await download(boardIds.png)).status).toBe(200);
  });
});
